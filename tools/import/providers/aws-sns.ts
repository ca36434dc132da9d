import { written } from "../written.js";

export default written("aws-sns", {
  documentation: ["https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html"],
});
