/** The record could not be read, or an option is mistaken: there is no report. */
export class SamlaError extends Error {
  constructor({ sv, en }, lang) {
    super(lang === "sv" ? sv : en);
    this.name = "SamlaError";
    this.sv = sv;
    this.en = en;
  }
}
