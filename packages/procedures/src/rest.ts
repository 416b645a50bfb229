/** The procedures as plain HTTP has them, for any server: their endpoints, the description of these, and their problems. */
export { type OpenApiOptions, openApiDocument } from './rest/document.ts';
export { callEndpoint, type RestEndpoint, restEndpoints } from './rest/endpoints.ts';
export { problemType, type RestProblem, restProblem } from './rest/problem.ts';
