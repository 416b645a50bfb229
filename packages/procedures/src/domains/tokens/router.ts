import { t } from '../../trpc/init.ts';
import { read, sensitive, write } from '../../trpc/procedure.ts';
import {
  Token,
  TokenCreated,
  TokenDraft,
  TokenList,
  TokenRemoval,
  TokenRemoved,
  TokenRename,
} from './schemas.ts';
import { createToken, listTokens, removeToken, renameToken } from './service.ts';

export const tokens = t.router({
  list: read('account:tokens')
    .output(TokenList)
    .query(({ ctx }) => listTokens(ctx)),

  create: sensitive('account:tokens', { journal: 'token.created', edits: [] })
    .input(TokenDraft)
    .output(TokenCreated)
    .mutation(({ ctx, input }) => createToken(ctx, input)),

  update: write('account:tokens', { journal: 'token.renamed', edits: [] })
    .input(TokenRename)
    .output(Token)
    .mutation(({ ctx, input }) => renameToken(ctx, input)),

  remove: sensitive('account:tokens', { journal: 'token.removed', edits: [] })
    .input(TokenRemoval)
    .output(TokenRemoved)
    .mutation(({ ctx, input }) => removeToken(ctx, input)),
});
