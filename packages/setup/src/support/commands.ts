import type { AccountClient } from '@account/client';
import {
  FactorRemoval,
  IdentityRemoval,
  IdentityReplacement,
  PersonDeletion,
  SupportField,
  SupportOrder,
  SupportSearch,
  SupportTarget,
} from '@account/procedures/schemas';
import { Option } from 'commander';
import { z } from 'zod';
import { parse } from '../options.ts';

type Support = AccountClient['support'];

/** A command of `account support`: a procedure, and how it is asked for at a terminal. */
export type SupportCommand = {
  /** As the procedure is called, and what it takes. Arguments and options have the names of the fields of its input. */
  usage: string;
  summary: string;
  options: Option[];
  /** A question for each field that is needed and may be answered at the terminal. */
  asks: Record<string, string>;
  isAct: boolean;
  /** Checks what was given, and answers how it is done. */
  prepare: (given: Record<string, unknown>) => (support: Support) => Promise<unknown>;
};

type Draft<Schema extends z.core.$ZodType> = Pick<SupportCommand, 'usage' | 'summary'> &
  Partial<Pick<SupportCommand, 'options' | 'asks'>> & {
    input: Schema;
    call: (support: Support, input: z.output<Schema>) => Promise<unknown>;
  };

const look = <Schema extends z.core.$ZodType>({ input, call, ...draft }: Draft<Schema>): SupportCommand => ({
  ...{ options: [], asks: {}, isAct: false, ...draft },
  prepare(given) {
    const order = parse(input, given);
    return (support) => call(support, order);
  },
});

const reason = new Option(
  '--reason <text>',
  'why, for those who look into it later; the person does not see it',
);

const act = <Schema extends z.core.$ZodType>({
  options = [],
  asks,
  ...draft
}: Draft<Schema>): SupportCommand => ({
  ...look({ ...draft, options: [...options, reason], asks: { reason: 'Why?', ...asks } }),
  isAct: true,
});

const leaveWithoutWayIn = new Option(
  '--leave-without-way-in',
  'also when nothing will let the person in afterwards',
);

const OnePlace = z
  .looseObject({ userId: z.string() })
  .transform(({ userId, ...order }) => ({ ...order, identity: { userId } }))
  .pipe(IdentityReplacement);

export const supportCommands: SupportCommand[] = [
  look({
    usage: 'find <text>',
    summary: 'Find people',
    options: [
      new Option('--by <field>', 'what the text is; without it a part of anything').choices(
        SupportField.options,
      ),
      new Option('--page <number>', 'when there are many').argParser(Number),
    ],
    input: SupportSearch,
    call: (support, search) => support.find.mutate(search),
  }),
  look({
    usage: 'get <person-id>',
    summary: 'See an account as its owner does, and what the support did to it',
    input: SupportTarget,
    call: (support, target) => support.get.query(target),
  }),
  act({
    usage: 'suspend <person-id>',
    summary: 'Shut somebody out until it is lifted',
    input: SupportOrder,
    call: (support, order) => support.suspend.mutate(order),
  }),
  act({
    usage: 'lift <person-id>',
    summary: 'Let somebody in again, whoever shut them out; a planned deletion is called off',
    input: SupportOrder,
    call: (support, order) => support.lift.mutate(order),
  }),
  act({
    usage: 'sign-out-everywhere <person-id>',
    summary: 'End all sessions of somebody',
    input: SupportOrder,
    call: (support, order) => support.signOutEverywhere.mutate(order),
  }),
  act({
    usage: 'remove-factor <person-id> <id>',
    summary: 'Remove a second factor that was lost; `get` has its id',
    options: [leaveWithoutWayIn],
    input: FactorRemoval,
    call: (support, removal) => support.removeFactor.mutate(removal),
  }),
  act({
    usage: 'remove-identity <person-id> <target>',
    summary: 'Unlink an account at a provider (`google`)',
    options: [leaveWithoutWayIn],
    input: IdentityRemoval,
    call: (support, removal) => support.removeIdentity.mutate(removal),
  }),
  act({
    usage: 'replace-identity <person-id> <target> <user-id>',
    summary: 'Correct which account at a provider lets somebody in',
    input: OnePlace,
    call: (support, replacement) => support.replaceIdentity.mutate(replacement),
  }),
  act({
    usage: 'delete <person-id>',
    summary: 'Delete an account now, for good',
    options: [new Option('--confirmation <person-id>', 'the id once more')],
    asks: { confirmation: 'This is final. The id once more?' },
    input: PersonDeletion,
    call: (support, deletion) => support.delete.mutate(deletion),
  }),
];
