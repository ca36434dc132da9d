/** The deployments of this process. In yours, this is another service. */
export class Deployer {
  readonly done: string[] = [];
  /** Whether it takes work at the moment. */
  busy = false;

  async deploy(repository: string, commit: string): Promise<string> {
    const id = `${repository}@${commit.slice(0, 7)}`;
    this.done.push(id);
    return id;
  }
}
