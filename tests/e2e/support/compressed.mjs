// Before the journeys: the build is compressed once for all of them, which takes seconds, and each worker would do it anew.
import { compressAll } from "../../../tools/serve.mjs";
import { DIST } from "./server.mjs";

export default () => compressAll(DIST, process.env.COMPRESSED);
