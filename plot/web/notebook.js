(async () => {
  // The page may show the same figure twice, and may run this before it shows its place.
  const find = () => document.currentScript?.parentNode?.querySelector?.(".PLACE:not([data-taken])") ?? document.querySelector(".PLACE:not([data-taken])")
  let place = find()
  for (let k = 0; !place && k < 100; k++) {
    await new Promise((done) => setTimeout(done, 50))
    place = find()
  }
  if (!place) return
  place.dataset.taken = ""
  const unpack = (text) => new Response(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"))).text()
  window.LIBRARY ??= (async () => { // once in a page
    const script = document.createElement("script")
    script.textContent = "window.LIBRARY_code = (() => {" + (await unpack("CODE")) + "\nreturn gneuron })()"
    document.head.append(script)
    script.remove()
    return [window.LIBRARY_code, await unpack("STYLES")]
  })()
  const [gneuron, styles] = await window.LIBRARY
  const host = document.createElement("div")
  place.append(host)
  const shadow = host.attachShadow({ mode: "open" })
  shadow.innerHTML = "<style>" + styles + "</style><div></div>"
  try {
    gneuron.embed(shadow.lastChild, DATA)
    place.firstChild.remove()
  } catch (e) {
    host.remove()
    throw e
  }
})()
