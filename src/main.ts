import { seedDemo, tellDemo } from "../seeds/demo.js";
import { DEMO_PAGE } from "../seeds/demo-page.js";
import { createApp } from "./app.js";
import { ConfigError, naming, readConfig, type Config } from "./config.js";
import { keepHouse } from "./housekeeping.js";
import { systemClock } from "./kernel/clock.js";
import { createLog } from "./platform/log/log.js";

async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const app = await createApp({
    ...{ config, log, clock: systemClock },
    ...(config.demo && { demoPage: DEMO_PAGE }),
  });
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ error }, "could not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  if (config.demo) await seedDemo(app);
  if (config.demo) await app.settled();
  app.health.start();
  keepHouse(app.database, systemClock, log);
  const address = await app.http.listen({ port: config.port, host: config.host }).catch(naming("HOST, PORT"));
  console.log(`公开 gongkai: ${address}  (GraphiQL)   ${address}/graphql  (API)`);
  if (config.demo) for (const line of await tellDemo(address)) console.log(line);
}

try {
  await main(readConfig(process.env));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
