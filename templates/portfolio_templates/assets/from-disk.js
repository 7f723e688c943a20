/*
 * Lets a site of Material for MkDocs work from disk: from a folder, a share, an unpacked archive. There the address of
 * a page's folder shows a list of files, and browsers neither start a worker nor fetch anything, so search is dead.
 *
 * It comes before the theme's own script. It writes no script and evaluates none: a Content-Security-Policy that allows
 * files only lets it work. Over http it does nothing.
 */
(() => {
  "use strict"
  if (location.protocol !== "file:") return

  const site = new URL("../../", document.currentScript.src).href

  /** The address of the file that a web server shows for an address. */
  function addressOnDisk(address) {
    if (!address.startsWith(site)) return address
    const url = new URL(address)
    if (url.pathname.endsWith("/")) url.pathname += "index.html"
    return url.href
  }

  function leadToFile(link) {
    const address = addressOnDisk(link.href)
    if (address !== link.href) link.href = address
  }

  // Only the link that somebody is about to follow: search makes new ones all the time, and a page may have thousands.
  // Pointing at one or moving the focus to it comes before its menu, a new tab or a copy of its address.
  for (const type of ["pointerover", "focusin", "click"]) {
    document.addEventListener(type, event => {
      const link = event.target instanceof Element && event.target.closest("a[href]")
      if (link instanceof HTMLAnchorElement) leadToFile(link)
    }, true)
  }

  // What the theme (9.8.1) reads when it starts is parsed after this script and before its own, so we see it come.
  new MutationObserver((_, observer) => {
    const settings = document.querySelector("script#__config[type='application/json']")
    // Without anything behind it, its text may be there in part only.
    if (!settings || !settings.nextSibling) return
    observer.disconnect()
    // Instant navigation fetches pages. Where it can't, the theme sets up nothing of a page's content, not even the
    // highlighting of what was searched for.
    const all = JSON.parse(settings.textContent)
    all.features = (all.features || []).filter(feature => !feature.startsWith("navigation.instant"))
    settings.textContent = JSON.stringify(all)
    // The theme follows these when somebody presses p or n,
    document.querySelectorAll("link[rel=prev], link[rel=next]").forEach(leadToFile)
    // and fetches a sitemap for each of these, be it a feed or a translation.
    document.querySelectorAll("link[rel=alternate]").forEach(link => link.remove())
  }).observe(document, { childList: true, subtree: true })

  /** When a script has run in a window. */
  function ran(scope, address) {
    return new Promise((resolve, reject) => {
      const script = scope.document.createElement("script")
      script.src = address
      script.onload = resolve
      script.onerror = () => reject(new Error(`${address} can't be loaded`))
      scope.document.head.append(script)
    })
  }

  /** A worker's script, run in an empty frame of this page: it has names of its own there, but no thread. */
  class FrameWorker extends EventTarget {
    constructor(url) {
      super()
      this.onmessage = this.onerror = null
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      // Firefox replaces the document of a new frame once more, until it is loaded.
      this.scope = new Promise(resolve => this.frame.addEventListener("load", resolve, { once: true }))
        .then(() => this.start(url))
      this.scope.catch(error => this.tell(new ErrorEvent("error", { message: error.message, error })))
      document.body.append(this.frame)
    }

    /** The frame's window, once the script has run there. */
    async start(url) {
      const scope = this.frame.contentWindow
      scope.postMessage = data => {
        setTimeout(() => this.tell(new MessageEvent("message", { data })))
      }
      // In a worker it returns when the scripts have run. Here nothing can: Material's worker waits for the promise.
      scope.importScripts = async (...paths) => {
        for (const path of paths) await ran(scope, new URL(path, url).href)
      }
      scope.addEventListener("error", ({ message, filename, lineno, colno, error }) => {
        this.tell(new ErrorEvent("error", { message, filename, lineno, colno, error }))
      })
      await ran(scope, url.href)
      return scope
    }

    /** Hands a message to the script, after it has run and after earlier messages. It gets the value, not a copy. */
    postMessage(data) {
      this.scope.then(
        // In its own time, so that what was typed can be seen before the search begins.
        scope => setTimeout(() => scope.dispatchEvent(new MessageEvent("message", { data }))),
        () => {}
      )
    }

    terminate() {
      this.frame.remove()
    }

    tell(event) {
      this.dispatchEvent(event)
      const listener = this[`on${event.type}`]
      if (typeof listener === "function") listener.call(this, event)
    }
  }

  const BrowserWorker = window.Worker
  window.Worker = function Worker(address, options) {
    const url = new URL(address, document.baseURI)
    return url.protocol === "file:" ? new FrameWorker(url) : new BrowserWorker(url, options)
  }
})()
