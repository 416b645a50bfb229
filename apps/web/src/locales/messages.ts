import type { en } from './en/index.ts';

type SomePlural = 'zero' | 'one' | 'two' | 'few' | 'many';

/** Languages differ in how many plural forms they have: only `_other` is needed everywhere. */
type Translated<Source> = {
  [Key in keyof Source as Key extends `${string}_${SomePlural}` ? never : Key]: Source[Key] extends string
    ? string
    : Translated<Source[Key]>;
} & { [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_${SomePlural}` : never]?: string };

/** All texts of one language; a missing one does not compile. */
export type Messages = Translated<typeof en>;
