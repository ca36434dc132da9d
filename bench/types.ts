import { completionTime } from "./completion-time.js";
import { figure, type Section } from "./section.js";
import { ownProject, prepareTypes, typeCost, typeFloor, typePeers } from "./type-cost.js";

/** What payload types cost the compiler and the editor of those who use them. */
export async function types(): Promise<Section> {
  await prepareTypes();
  // The first one would pay for the warming up of the compiler.
  completionTime(typeFloor);
  const measured = [typeFloor, ownProject, ...typePeers].map((project) => ({ name: project.name, cost: typeCost(project), time: completionTime(project) }));
  const lines = measured[0]?.cost.lines ?? 0;
  const rows = measured.map(({ name, cost, time }) => [name, figure(cost.files), (cost.lines - lines).toLocaleString("en-US"), figure(cost.instantiations), figure(time.first), figure(time.later)]);
  const own = measured[1]?.cost;
  return {
    title: "Types",
    about: "What TypeScript 6 reads for a handler of three GitHub events, over the libraries of the language and of Node; and the CPU time until an editor lists the fields of a payload.",
    head: ["", "files", "lines over the floor", "instantiations", "first completion, ms", "after a keystroke, ms"],
    rows,
    quote: { what: "lines of types for 3 events", column: 2, names: [ownProject.name, "@octokit/webhooks EmitterWebhookEvent", "stripe Stripe.Event"] },
    targets: [
      { what: "lines tsc loads for a 3-event handler", atMost: 3000, measured: (own?.lines ?? Number.NaN) - lines, unit: "lines" },
      { what: "instantiations of it", atMost: 50, measured: own?.instantiations ?? Number.NaN, unit: "" },
    ],
  };
}
