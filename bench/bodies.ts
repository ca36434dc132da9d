const PERSON = { name: "Mona Lisa", email: "mona@example.com", username: "mona" };
const USER = { login: "mona", id: 21031067, node_id: "MDQ6VXNlcjIxMDMxMDY3", avatar_url: "https://avatars.githubusercontent.com/u/21031067", type: "User", site_admin: false };

/** Push events of three sizes, in JSON as GitHub writes it. */
export const bodies: Readonly<Record<"1 kB" | "8 kB" | "250 kB", Buffer>> = { "1 kB": push(0), "8 kB": push(11), "250 kB": push(420) };

function push(commits: number): Buffer {
  const repository = { id: 186853002, node_id: "MDEwOlJlcG9zaXRvcnkxODY4NTMwMDI=", name: "shop", full_name: "octo/shop", private: false, owner: USER, html_url: "https://github.com/octo/shop", description: "Café and more", fork: false, default_branch: "main", stargazers_count: 17, topics: ["shop", "webhooks"] };
  const list = Array.from({ length: commits }, (_, index) => commit(index));
  return Buffer.from(JSON.stringify({ ref: "refs/heads/main", before: "6113728f27ae82c7b1a177c8d03f9e96e0adf246", after: "59b20b8d5c6ff8d09518454d4dd8b7b30f095ab5", created: false, deleted: false, forced: false, base_ref: null, compare: "https://github.com/octo/shop/compare/6113728f27ae...59b20b8d5c6f", commits: list, head_commit: list[0] ?? null, repository, pusher: PERSON, sender: USER }));
}

function commit(index: number): object {
  const id = index.toString(16).padStart(40, "7a");
  return { id, tree_id: "f9d2a07e9488b91af2641b26b9407fe22a451433", distinct: true, message: `Change number ${index}: prices are rounded per line`, timestamp: "2026-03-01T12:34:56+01:00", url: `https://github.com/octo/shop/commit/${id}`, author: PERSON, committer: PERSON, added: ["src/price.ts"], removed: [], modified: ["README.md", `src/line-${index}.ts`] };
}
