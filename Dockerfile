FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
# node itself, not npm, so that SIGTERM reaches the server.
# A large answer is garbage at once: it should die young, and not grow the heap.
CMD ["node", "--max-semi-space-size=32", "--max-old-space-size=512", "dist/src/main.js"]
