"use strict";

/* What the other scripts begin with. A page is read again when the theme has loaded another one without leaving it. */
const portfolio = {
  onPage(begin) {
    if (window.document$) {
      window.document$.subscribe(begin);
    } else if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", begin);
    } else {
      begin();
    }
  },
};
