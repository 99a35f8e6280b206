import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { StrictMode, useCallback, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { loadDemo, type Demo } from "./demo.js";
import { isUnauthenticated, post, remember, rememberedSession, type Session } from "./session.js";
import { SignInBar } from "./sign-in-bar.js";
import "./style.css";

function App({ demo }: { readonly demo: Demo }) {
  const [session, setSession] = useState(rememberedSession);
  const [notice, setNotice] = useState("");

  const change = useCallback((next: Session | null, said = "") => {
    remember(next);
    setSession(next);
    setNotice(said);
  }, []);

  const fetcher = useMemo(
    () => async (params: unknown) => {
      const answer = await post(params, session?.token);
      if (session && isUnauthenticated(answer)) change(null, "登录已失效，请重新登录 Please sign in again");
      return answer;
    },
    [session, change],
  );

  return (
    <>
      <SignInBar
        accounts={demo.accounts}
        password={demo.password}
        session={session}
        notice={notice}
        onChange={change}
      />
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={[...demo.tabs]}
        isHeadersEditorEnabled={false}
        {...askedFor(location.hash)}
      />
    </>
  );
}

/** A query that another page passes on: `#query=…&variables=…`, which no server ever sees. */
function askedFor(hash: string) {
  const passed = new URLSearchParams(hash.slice(1));
  const query = passed.get("query");
  return query === null ? {} : { initialQuery: query, initialVariables: passed.get("variables") ?? "" };
}

const root = document.getElementById("root");
if (root) {
  const demo = await loadDemo();
  createRoot(root).render(
    <StrictMode>
      <App demo={demo} />
    </StrictMode>,
  );
}
