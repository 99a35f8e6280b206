import { lazy, Suspense, useEffect, useState } from "react";
import { useAnswer } from "./ui/use-answer";
import { session, whenSessionEnds } from "./api";
import { SignIn } from "./pages/sign-in";
import { Shell } from "./shell";
import { t } from "./texts";
import { Waiting } from "./ui/parts";
import { VIEWER, ViewerContext } from "./viewer";

// Rare, and each with the machinery of forms and windows: not part of the first page.
const ChangePassword = lazy(async () => ({
  default: (await import("./pages/change-password")).ChangePassword,
}));
const SignedOut = lazy(async () => ({ default: (await import("./pages/signed-out")).SignedOut }));

/** Tokens live for an hour; whoever has the page open stays signed in until the session itself ends. */
const RENEWAL_MS = 20 * 60_000;

/** Signed out: the sign-in. Signed in: the console; a session that ends is renewed over the page, which keeps what is typed. */
export function App() {
  const [answer, ask] = useAnswer({ query: VIEWER });
  const [ended, setEnded] = useState(false);
  const [dead, setDead] = useState(false);
  const viewer = answer.data?.viewer;
  const known = Boolean(viewer?.user);
  useEffect(() => {
    whenSessionEnds(() => (known ? setEnded(true) : setDead(true)));
  }, [known]);
  useEffect(() => {
    if (dead) void session("/forget").then(() => location.reload());
  }, [dead]);
  useEffect(() => {
    if (!known) return;
    const timer = setInterval(() => void session("/renew"), RENEWAL_MS);
    return () => clearInterval(timer);
  }, [known]);
  const again = () => {
    setEnded(false);
    ask({ requestPolicy: "network-only" });
  };
  if (!viewer) return <Waiting answer={answer} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!viewer.user) return <SignIn onSignedIn={again} />;
  return (
    <Suspense fallback={<p className="loading">{t.common.loading}</p>}>
      {viewer.mustChangePassword ? (
        <ChangePassword onChanged={again} />
      ) : (
        <ViewerContext.Provider value={viewer}>
          <Shell />
          {/* The page stays as it is while the window loads. */}
          <Suspense fallback={null}>
            {ended && <SignedOut login={viewer.user.login} onSignedIn={again} />}
          </Suspense>
        </ViewerContext.Provider>
      )}
    </Suspense>
  );
}
