import { graphql } from "./api";

/** What every list tells of its page. */
export const PAGE_INFO = graphql(`
  fragment PageInfo on PageInfo @_unmask {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`);

/** A step of a record: whether the viewer can take it now and, where not, why. */
export const STEP = graphql(`
  fragment Step on RecordStep @_unmask {
    mutation
    name
    allowed
    whyNot
  }
`);

/** What a rule found in a report, in words, and what was answered to it. */
export const SAID = graphql(`
  fragment Said on Finding @_unmask {
    id
    severity
    status
    message
    arithmetic
    suggestion
    explanation
    judgement
    rule {
      code
      title
    }
  }
`);

/** An entry of the history as a page shows it. */
export const ENTRY = graphql(`
  fragment Entry on HistoryEntry @_unmask {
    id
    at
    on
    title
    actor
    reason
    changes {
      field
      label
      before
      after
    }
  }
`);
