/** Longer than this no answer is waited for. */
const timeoutMs = 5_000;

export type Reply = { status: number; headers: Headers; text: string; json: unknown };

/** A GET that follows no redirect. Rejects with a sentence that holds no more than the address. */
export async function get(url: string): Promise<Reply> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parse(text) };
  } catch (error) {
    throw new Error(`${url} does not answer (${reasonOf(error)})`, { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of what went wrong below, for instance of DNS or of a certificate. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
