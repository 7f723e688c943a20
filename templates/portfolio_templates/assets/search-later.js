/*
 * Lets Material for MkDocs fetch the index of its search when somebody is about to search, and not with each page: it
 * holds every word of the site. It comes before the theme's own script. From disk the theme waits by itself.
 */
(() => {
  "use strict"
  const open = XMLHttpRequest.prototype.open
  const send = XMLHttpRequest.prototype.send
  const wanted = new Promise(resolve => {
    // An address may hold what to look for, or what to mark; a key opens the search, and a finger comes before the focus.
    const asked = new URL(location.href).searchParams
    if (asked.has("q") || asked.has("h")) resolve()
    document.addEventListener("focusin", ({ target }) => target.closest(".md-search") && resolve())
    document.addEventListener("pointerover", ({ target }) => target.closest(".md-search, [for=__search]") && resolve())
    document.addEventListener("change", ({ target }) => target.id === "__search" && resolve())
  })

  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    this.isIndex = /\/search\/search_index\.json$/.test(address)
    return open.call(this, method, address, ...more)
  }
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isIndex) wanted.then(() => send.apply(this, body))
    else send.apply(this, body)
  }
})()
