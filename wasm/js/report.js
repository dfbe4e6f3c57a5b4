// From the library's text to what callers hold.

/** The report as data; see `Report` in index.d.ts. */
export function makeReport(json) {
  // Not enumerable, so that JSON.stringify(report) and comparisons see the report and nothing else.
  return Object.defineProperties(JSON.parse(json), {
    json: { value: json },
    ok: {
      get() {
        const judged = this.verdicts.some((verdict) => verdict.outcome !== "not_applicable");
        return this.counts.error === 0 && judged;
      },
    },
  });
}

/** The issues of Standard Schema: errors that no waiver covers, in the report's order. */
export function issuesOf(report, lang) {
  return report.findings
    .filter((finding) => finding.severity === "error" && finding.outcome === "broken")
    .map((finding) => ({
      message: finding[lang],
      // Form libraries read an empty path as a field without a name; left out, it is the whole form.
      ...(finding.path.length > 0 && { path: finding.path }),
      finding,
    }));
}
