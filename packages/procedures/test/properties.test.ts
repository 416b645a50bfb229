import { TRPCError } from '@trpc/server';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { EmailStart } from '../src/domains/email/schemas.ts';
import { toDigits } from '../src/domains/phone/service.ts';
import { ProfileUpdate } from '../src/domains/profile/schemas.ts';
import { coarse } from '../src/policy/journal.ts';
import { createKeys } from '../src/store/keys.ts';
import { AccountError } from '../src/trpc/account-error.ts';
import { fromTRPC } from '../src/trpc/errors.ts';
import { fieldErrors } from '../src/trpc/field-errors.ts';
import { FieldError, Problem, problemCodes } from '../src/trpc/problem-schemas.ts';

const secret = fc.string({ minLength: 32, maxLength: 64 });

describe('what is sealed', () => {
  it('comes back as it was, also after the secret was rotated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), secret, secret, async (value, former, current) => {
        const sealed = await createKeys([former]).seal(value);
        expect(await createKeys([current, former]).open(sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  it('cannot be read with another secret, nor after any change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), secret, secret, fc.nat(), async (value, one, other, at) => {
        fc.pre(one !== other);
        const sealed = await createKeys([one]).seal(value);
        await expect(createKeys([other]).open(sealed)).rejects.toThrow();
        const index = at % sealed.length;
        // The first bit of a character always counts; the last ones of a part's last character do not.
        const another = /[A-Za-f]/.test(sealed[index] ?? '') ? '_' : 'A';
        const changed = `${sealed.slice(0, index)}${another}${sealed.slice(index + 1)}`;
        await expect(createKeys([one]).open(changed)).rejects.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});

describe('any input', () => {
  it('is either taken or refused with errors that the app has words for', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (input) => {
        const { success, error } = z.safeParse(ProfileUpdate, input);
        if (success) return;
        const errors = fieldErrors(error.issues);
        expect(errors.length).toBeGreaterThan(0);
        for (const each of errors) FieldError.parse(each);
        expect(new Set(errors.map(({ path }) => path)).size).toBe(errors.length);
      }),
    );
  });
});

describe('any failure', () => {
  const codes = Object.keys(problemCodes).filter(
    (code): code is keyof typeof problemCodes => code in problemCodes,
  );

  it('leaves as a problem that says nothing of its cause', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.string({ minLength: 8 }), (code, internals) => {
        const cause = new AccountError(code, { cause: new Error(internals) });
        const { details } = fromTRPC(new TRPCError({ code: problemCodes[code], cause }));
        expect(Problem.parse({ code, requestId: 'request', ...details })).toEqual({
          code,
          requestId: 'request',
        });
      }),
    );
  });
});

it('an address in the journal never tells the household', () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      expect(coarse(ip)).toBe(ip.replace(/\d+$/, '0'));
    }),
  );
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      expect(coarse(ip) ?? '').toMatch(/^$|^([0-9a-f]{1,4}:){3}:$|^(\d+\.){3}0$/);
    }),
  );
  expect(coarse('not an address')).toBeNull();
});

describe('an address', () => {
  const subscriber = fc.integer({ min: 2_000_000, max: 9_999_999 });
  const spaced = fc.constantFrom('', ' ', '-', '.', '/');

  it('of a phone is one number however it is written, and stays as it is when read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 201, max: 989 }), subscriber, spaced, (area, number, gap) => {
        const plain = `1${area}${number}`;
        fc.pre(isPossible(plain));
        const written = ['+1', area, String(number).slice(0, 3), String(number).slice(3)].join(gap);
        expect(toDigits(written)).toBe(toDigits(plain));
        expect(toDigits(toDigits(written))).toBe(toDigits(written));
      }),
    );
    expect(toDigits('+44 (0)20 7946 0018')).toBe('442079460018');
  });

  it('of a mailbox is one address in any case and with any space around it, and stays as it is', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const read = EmailStart.safeParse({ email: `  ${email.toUpperCase()} ` });
        fc.pre(read.success);
        expect(read.data).toEqual({ email: email.toLowerCase() });
        expect(EmailStart.parse(read.data)).toEqual(read.data);
      }),
    );
  });
});

function isPossible(digits: string) {
  try {
    return toDigits(digits) !== '';
  } catch {
    return false;
  }
}
