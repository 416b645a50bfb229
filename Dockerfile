# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS build
WORKDIR /src
# The release that package.json names; a package manager of the image would be another one.
RUN npm install --global pnpm@10.34.9
# First what changes seldom, so that a change of the source does not fetch everything again.
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
RUN pnpm install --frozen-lockfile --offline
RUN pnpm --filter @account/web build && pnpm --filter @account/api build

# Nothing is installed here: dist holds the server, the app and the migrations.
FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ACCOUNT_DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=root:root /src/apps/api/dist ./
# Only for the embedded database; with DATABASE_URL nothing is ever written.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm or a shell in between, so that SIGTERM reaches the server.
CMD ["node", "--enable-source-maps", "main.mjs"]
