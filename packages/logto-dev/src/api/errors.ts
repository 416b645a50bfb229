/** A refusal as Logto words it: `code` is stable, the text of `message` follows the language of the request. */
export class RequestError extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: unknown;
  readonly details: string | undefined;

  constructor(code: string, status = 400, more: { data?: unknown; details?: string } = {}) {
    super(code);
    this.name = 'RequestError';
    this.code = code;
    this.status = status;
    this.data = more.data;
    this.details = more.details;
  }
}

/** Logto answers this for a row that a read did not find. */
export const notFound = () => new RequestError('entity.not_found', 404);
