import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { t } from "../texts";
import { factsOf } from "./facts";
import { Button, Facts, Waiting } from "../ui/parts";

const APPLICANT = graphql(`
  query Applicant($id: ID!) {
    node(id: $id) {
      ... on InformationRequest {
        id
        applicant {
          __typename
          name
          contact
          deliveryAddress
        }
      }
    }
  }
`);

/** Personal data is read only when asked for: each reading is an entry of the history. */
export function Applicant({ id }: { readonly id: string }) {
  const [asked, setAsked] = useState(false);
  const [answer] = useAnswer({
    query: APPLICANT,
    variables: { id },
    pause: !asked,
    requestPolicy: "network-only",
  });
  const node = answer.data?.node;
  const applicant = node && "applicant" in node ? node.applicant : null;
  return (
    <section className="card">
      <h2>{t.record.applicant}</h2>
      {!asked && <Button onClick={() => setAsked(true)}>{t.record.showApplicant}</Button>}
      {asked && <Waiting answer={answer} />}
      {answer.data && !applicant && <p>{t.record.noApplicant}</p>}
      {applicant && <Facts facts={factsOf(applicant)} />}
    </section>
  );
}
