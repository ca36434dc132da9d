/** The most that each count may be: what it is, and a few hundredths. Lower one whenever what it counts has become less. */
export const limits: Readonly<Record<string, number>> = {
  "bytes of the bundle GitHub": 10_000,
  "bytes of the bundle GitHub, edge": 10_250,
  "bytes of the bundle GitHub and Stripe": 10_550,
  "bytes of the bundle every scheme, and the fetch adapter": 20_100,
  "bytes of the bundle every scheme, and the fetch adapter, edge": 20_250,
  "lines tsc loads for a handler of 3 events": 3000,
  "instantiations of it": 138,
  "packages that the runtime installs": 1,
  "bytes of the runtime": 220_000,
  "packages that the command line installs": 37,
  "files that --help loads": 14,
};
