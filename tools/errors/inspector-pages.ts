import type { ErrorPage } from "./error-page.js";

/** Codes of `dev`: of the command, in answers to providers, and on its page. */
export const inspectorPages: Readonly<Record<string, ErrorPage>> = {
  "port-in-use": {
    means: "Another server listens on the port, perhaps another inspector.",
    fix: "Stop it, or choose another port: `--port 0` takes one that is free.",
  },
  "port-not-allowed": {
    means: "Your user may not listen on that port: those below 1024 are the system's.",
    fix: "Choose one from 1024 on.",
  },
  "cannot-listen": {
    means: "The port cannot be listened on for a reason that is none of the usual ones. The message has the system's code.",
    fix: "Choose another port: `--port 0` takes one that is free.",
  },
  app_unreachable: {
    means: "The inspector could not reach the app that it forwards to, and answered 502 in its place.",
    fix: "Start the app, and see whether `--forward` names the port that it listens on. The delivery is kept: replay it from the page.",
  },
  app_too_slow: {
    means: "The app that the inspector forwards to did not answer within 60 seconds, and the inspector answered 504 in its place.",
    fix: "See what its method waits for. Providers wait far less: work that takes longer belongs on a queue, see [scaling](../scaling.md).",
  },
  "no-event": {
    means: "The delivery is no event: a handshake, or a request that could not be read. It has no payload to save, and nothing that could be signed anew.",
    fix: "Replay it as it was, or choose a delivery that shows the name of an event.",
  },
  "not-found": {
    means: "The page asked for a delivery or a webhook that the inspector does not have: the oldest are dropped, and all are when it ends.",
    fix: "Reload the page.",
  },
  "host-not-allowed": {
    means: "The inspector's page was called under another name than `127.0.0.1` or `localhost`. A web page elsewhere can make such a name lead here (DNS rebinding). Webhooks' own paths take any name, so that a tunnel works.",
    fix: "Open the URL that the terminal shows. Through a tunnel only deliveries come, not the page.",
  },
  "origin-not-allowed": {
    means: "The request came from another web page. No page but its own may use the inspector.",
    fix: "Open the URL that the terminal shows.",
  },
  "token-missing": {
    means: "The request has not the token that the terminal shows in the page's URL. It keeps other users of this computer out.",
    fix: "Open the whole URL that the terminal shows, with what stands after `#`. A new start has a new token.",
  },
  "too-many-pages": {
    means: "Too many pages of the inspector are open at once.",
    fix: "Close some.",
  },
  "method-not-allowed": {
    means: "The inspector's page was called with another method than GET. A provider that is answered so calls the wrong path.",
    fix: "Give the provider the URL of the webhook, which the terminal shows below the page's.",
  },
};
