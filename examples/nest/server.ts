import { Controller, Get, Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { webhookRoutes } from "@smart-webhooks/runtime/nest";
import { MyGitHubHandler } from "../github.js";

/** A provider like any other: inject into its constructor what its methods need. */
@Injectable()
class GitHubWebhooks extends MyGitHubHandler {}

@Controller()
class AppController {
  @Get()
  rest(): string {
    return "The rest of the application";
  }
}

@Module({ controllers: [AppController], providers: [GitHubWebhooks] })
class AppModule {}

const app = await NestFactory.create(AppModule);
// Before listen(): so it comes before Nest's body parsers.
app.use(webhookRoutes({ github: app.get(GitHubWebhooks) }));
await app.listen(Number(process.env["PORT"] ?? 3000));
