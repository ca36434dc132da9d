import { posix } from "node:path";
import { handlerEntry, handlerImport, type RoutedHandler, routeFile } from "../../templates/route-file.js";
import { userHandlerFile } from "../../templates/user-handler.js";
import type { WebhookModel } from "../model/handler-model.js";
import { commonEvent } from "./common-event.js";
import type { Route, RoutePlace } from "./framework.js";
import { type FrameworkName, frameworks } from "./frameworks.js";
import type { Project } from "./project.js";
import type { UserHandler } from "./user-handler.js";

export interface InitRequest {
  readonly project: Project;
  readonly framework: FrameworkName;
  /** The folder of the generated files, from the working directory, forward slashes. */
  readonly output: string;
  /** What was generated: each provider's webhooks, and how files there import each other. */
  readonly generated: readonly { readonly webhooks: readonly WebhookModel[]; readonly importEnding: string }[];
}

/** The files that a user goes on from. Nothing is on disk yet. */
export interface InitPlan {
  readonly handlers: readonly UserHandler[];
  readonly route: Route;
  /** Paths that the route file does not serve where it stands. */
  readonly outside: readonly string[];
  /** Each written once: one that is there is the user's. The route's file is the last. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What a route file that is there already lacks of these handlers. */
  readonly missingIn: (text: string) => readonly string[];
}

/** What is written for a project besides the generated files; pure. */
export function planInit({ project, framework: name, output, generated }: InitRequest): InitPlan {
  const framework = frameworks[name];
  const handlers = generated.flatMap(({ webhooks, importEnding }) => webhooks.flatMap((webhook) => toHandler(webhook, output, importEnding)));
  const place = placeOf(project, output, handlers);
  const file = framework.routeFile(place);
  const routed = handlers.map((handler) => ({ ...handler, specifier: specifierFrom(file, handler.file, handler.importEnding) }));
  return {
    handlers,
    route: { file, specifier: specifierFrom(posix.dirname(file), file, handlers[0]?.importEnding ?? ".js"), paths: handlers.map(({ path }) => `${framework.basePath ?? ""}${path}`) },
    outside: framework.servesFolder ? handlers.map(({ path }) => path).filter((path) => baseOf(path) !== place.base) : [],
    files: [...handlers.map((handler) => ({ path: handler.file, text: userHandlerFile(handler) })), { path: file, text: routeFile(framework, routed, place) }],
    missingIn: (text) => missing(text, routed),
  };
}

function toHandler(webhook: WebhookModel, output: string, importEnding: string): readonly UserHandler[] {
  const { provider, webhook: name, className: generated, file, paths, secretEnv } = webhook;
  const event = commonEvent(webhook);
  if (event === undefined) return [];
  const isDefault = name === "default";
  return [{
    className: `My${generated}`,
    file: `${output}/my-${provider}${isDefault ? "" : `-${name}`}-handler.ts`,
    generated,
    specifier: `./${provider}/${file}${importEnding}`,
    event,
    provider,
    key: isDefault ? provider : `${provider}/${name}`,
    path: paths[0] ?? "",
    secretEnv,
    importEnding,
  }];
}

function placeOf({ entries }: Project, output: string, [first]: readonly UserHandler[]): RoutePlace {
  const inSource = ["app", "pages"].some((folder) => entries.has(`src/${folder}`)) || (entries.has("src") && !entries.has("app") && !entries.has("pages"));
  return { output, source: inSource ? "src/" : "", base: baseOf(first?.path) };
}

/** The first part of a path. */
function baseOf(path: string | undefined): string {
  return path?.split("/")[1] || "webhooks";
}

/** How one file imports another. */
function specifierFrom(from: string, to: string, ending: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ending);
  return path.startsWith(".") ? path : `./${path}`;
}

function missing(text: string, handlers: readonly RoutedHandler[]): readonly string[] {
  const unknown = handlers.filter(({ className }) => !new RegExp(`\\b${className}\\b`).test(text));
  return [...unknown.map(handlerImport), ...unknown.map(handlerEntry)];
}
