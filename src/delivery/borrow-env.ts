/** Runs some work with other values in the process's environment, and puts back what was there. */
export async function borrowEnv<Result>(values: Readonly<Record<string, string>>, work: () => Promise<Result>): Promise<Result> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
