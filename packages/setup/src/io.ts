/** What a command may touch of the process it runs in. */
export type Io = {
  env: Record<string, string | undefined>;
  /** Where relative paths start. */
  folder: string;
  /** The result, for people or programs. */
  write: (text: string) => void;
  /** What went wrong, and how far one is. */
  writeError: (text: string) => void;
  readStdin: () => Promise<string>;
  /** Shows the person a page. Where there is no browser nothing happens: the address is written as well. */
  openBrowser: (address: string) => void;
  /** Absent where nobody can answer. */
  prompts?: Prompts | undefined;
};

/** Each answers undefined when the person gave up. */
export type Prompts = {
  confirm: (question: string) => Promise<boolean | undefined>;
  text: (question: string, placeholder: string) => Promise<string | undefined>;
  secret: (question: string) => Promise<string | undefined>;
  progress: (max: number, message: string) => Progress;
};

export type Progress = { advance: (by: number, message: string) => void; stop: (message: string) => void };

/** A failure that its message explains to the person at the terminal; it never holds a secret. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
