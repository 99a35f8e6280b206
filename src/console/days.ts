/** A day as the API writes it, where the reader is: in China the day begins eight hours before UTC's. */
export const localDay = (day = new Date()): string =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
