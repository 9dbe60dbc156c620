// Exchanges the live part every five seconds, unless somebody is reading with the keyboard, selecting, or looking elsewhere.
setInterval(async () => {
  const live = document.getElementById("live");
  if (document.hidden || live.contains(document.activeElement) || String(getSelection())) return;
  try {
    const fresh = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html").getElementById("live");
    if (fresh) live.replaceWith(document.adoptNode(fresh));
  } catch (gone) {
    document.title = document.title.replace(/^(… )?/, "… ");
  }
}, 5000);
