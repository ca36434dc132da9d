import { beforeEach, expect, it, vi } from "vitest";
import { askInit } from "../../src/cli/ask-init.js";

const answers = vi.hoisted(() => ({ list: [] as unknown[], asked: [] as string[] }));
const stop = vi.hoisted(() => Symbol("stopped"));

vi.mock("@clack/prompts", () => {
  const answer = (kind: string) => async (): Promise<unknown> => {
    answers.asked.push(kind);
    return answers.list.shift();
  };
  return { autocomplete: answer("provider"), select: answer("framework"), confirm: answer("confirm"), isCancel: (value: unknown) => value === stop };
});

beforeEach(() => {
  answers.asked.length = 0;
});

const questions = { providers: [], known: ["github", "stripe"], framework: undefined, detected: "express" } as const;

it("asks for what was not said", async () => {
  answers.list = ["github", "koa", true];
  expect(await askInit(questions)).toEqual({ providers: ["github"], framework: "koa" });
  expect(answers.asked).toEqual(["provider", "framework", "confirm"]);
});

it("does not ask for what was said", async () => {
  answers.list = ["hono", true];
  expect(await askInit({ ...questions, providers: ["stripe"] })).toEqual({ providers: ["stripe"], framework: "hono" });
  expect(answers.asked).toEqual(["framework", "confirm"]);
});

it.each([[[stop]], [["github", stop]], [["github", "koa", stop]], [["github", "koa", false]]])("stops when it is told so: %j", async (list) => {
  answers.list = [...list];
  expect(await askInit(questions)).toBeUndefined();
  expect(answers.asked).toHaveLength(list.length);
});
