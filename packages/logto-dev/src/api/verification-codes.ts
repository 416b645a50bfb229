import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { answer, email, phone, readBody } from './guard.ts';
import { sendCode, verifyCode } from './passcodes.ts';

const verificationCode = z.string().min(1);

const Recipient = z.union([z.object({ email }), z.object({ phone })]);
const Attempt = z.union([z.object({ email, verificationCode }), z.object({ phone, verificationCode })]);

/** The template that Logto uses for codes of the Management API. */
const type = 'Generic';

export function addVerificationCodeRoutes(router: Router, state: State) {
  router.post(
    '/verification-codes',
    answer(async (ctx) => sendCode(state, await readBody(ctx, Recipient), type)),
  );

  router.post(
    '/verification-codes/verify',
    answer(async (ctx) => {
      const attempt = await readBody(ctx, Attempt);
      verifyCode(state, attempt, { code: attempt.verificationCode, type });
    }),
  );
}
