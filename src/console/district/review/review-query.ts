import { graphql, type ResultOf } from "../../api";
import { SAID, STEP } from "../../fragments";

/** What a reviewer looks at first: what was disclosed, the flow of requests, how they ended, reviews and suits. */
export const MAIN = [
  "proactive.normativeDocuments.issued",
  "proactive.normativeDocuments.inForce",
  "proactive.licences.decisions",
  "proactive.penalties.decisions",
  "requests.received.total",
  "requests.carriedIn.total",
  "requests.granted.total",
  "requests.partial.total",
  "requests.denied.total.total",
  "requests.unable.total.total",
  "requests.refused.total.total",
  "requests.other.total.total",
  "requests.total.total",
  "requests.carriedOut.total",
  "rates.disclosed",
  "remedies.review.total",
  "remedies.review.corrected",
  "remedies.litigation.total",
  "remedies.litigation.corrected",
];

export const REVIEW = graphql(
  `
    query ReviewReport($unit: String!, $year: Int!) {
      unit(code: $unit) {
        id
        report(year: $year) {
          id
          revision
          status
          dueOn
          submittedAt
          findingsState
          samePerson
          cells {
            id
            indicator {
              code
              label
              labelEn
            }
            value
            ledgerValue
            difference
          }
          findings {
            ...Said
            cells {
              code
              label
              labelEn
            }
            excerpt {
              section
              text
            }
            steps {
              ...Step
            }
          }
          steps {
            ...Step
          }
          sections {
            key
            heading
            body
          }
        }
      }
    }
  `,
  [STEP, SAID],
);

export const LIKENESS = graphql(`
  query ReviewLikeness($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      report(year: $year) {
        id
        likeness(peers: 5) {
          previous {
            ...Like
          }
          peers {
            ...Like
          }
        }
      }
    }
  }

  fragment Like on LikeReport @_unmask {
    share
    unitCode
    unitName
    passages {
      length
      own {
        section
        start
        text
      }
      other {
        text
      }
    }
  }
`);

export type Reviewed = NonNullable<NonNullable<ResultOf<typeof REVIEW>["unit"]>["report"]>;
export type ReviewedFinding = NonNullable<Reviewed["findings"]>[number];
type Likeness = NonNullable<
  NonNullable<NonNullable<ResultOf<typeof LIKENESS>["unit"]>["report"]>["likeness"]
>;
export type Like = Likeness["peers"][number];
