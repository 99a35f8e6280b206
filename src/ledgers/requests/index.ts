export { handOverRequests, openRequestIds } from "./hand-over.store.js";
export { REQUEST_LEDGER } from "./ledger.js";
export { requestLapses } from "./request-lapses.js";
export { INFORMATION_REQUESTS } from "./request.entity.js";
export { REQUEST_FEED } from "./request.feed.js";
export { informationRequestById } from "./request.loader.js";
export { presentRequest } from "./request.presenter.js";
export { APPLICANT_KINDS, REQUEST_OUTCOMES, type RequestOutcome } from "./request.terms.js";
