import { tabs } from "./demo-tabs.js";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "./people.js";

/** What GraphiQL shows of the demo, served beside the page where there is a demo, and nowhere else. */
export const DEMO_PAGE = {
  password: DEMO_PASSWORD,
  accounts: DEMO_PEOPLE.map(({ login, displayName }) => ({ login, label: displayName })),
  tabs,
};
