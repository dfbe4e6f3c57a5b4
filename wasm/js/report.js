// From the library's text to what callers hold.

/** The report as data; see `Report` in index.d.ts. */
export function makeReport(json) {
  // Not enumerable, so that JSON.stringify(report) and comparisons see the report and nothing else.
  return Object.defineProperties(JSON.parse(json), {
    json: { value: json },
    ok: {
      get() {
        return this.counts.error === 0 && judgedAnything(this);
      },
    },
  });
}

function judgedAnything(report) {
  return report.verdicts.some((verdict) => verdict.outcome !== "not_applicable");
}

const NOTHING = {
  sv: "Inget har prövats: underlaget innehåller inget som någon regel gäller",
  en: "Nothing was checked: the record holds nothing that a rule applies to",
};

/** The issues of Standard Schema: errors that no waiver covers, in the report's order, or that nothing was judged. */
export function issuesOf(report, lang) {
  const errors = report.findings
    .filter((finding) => finding.severity === "error" && finding.outcome === "broken")
    .map((finding) => ({
      message: finding[lang],
      // Form libraries read an empty path as a field without a name; left out, it is the whole form.
      ...(finding.path.length > 0 && { path: finding.path }),
      finding,
    }));
  return errors.length > 0 || judgedAnything(report) ? errors : [{ message: NOTHING[lang] }];
}
