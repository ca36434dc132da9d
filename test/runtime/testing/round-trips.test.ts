import { describeRoundTrips } from "./round-trips.js";

describeRoundTrips("node:crypto");
