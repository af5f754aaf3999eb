// The hall screen's line to the server: each message is a whole scene, put up at once or not at
// all. When the line is quiet the scene stays, with a small dot; after half a minute the neutral
// card takes its place, until the line is back.
(function () {
  'use strict';
  var QUIET = 8000, NEUTRAL = 30000, SMALLEST = 0.5;
  var place = document.querySelector('main.scene');
  var kept = document.querySelector('template.neutral');
  var dot = document.querySelector('.dot');
  var neutral = kept ? kept.innerHTML : '';
  var scene = place.innerHTML;
  var last = Date.now(), isNeutral = false, source = null;

  // Smaller until nothing is cut off: a projector is no place to scroll.
  function fit() {
    var stage = place.querySelector('.stage');
    if (!stage) { return; }
    var body = stage.querySelector('.body');
    var isCut = function () {
      return stage.scrollHeight > stage.clientHeight + 1 || stage.scrollWidth > stage.clientWidth + 1 ||
        (body && (body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1));
    };
    for (var scale = 1; scale >= SMALLEST; scale -= 0.03) {
      stage.style.setProperty('--fit', String(scale));
      if (!isCut()) { return; }
    }
  }

  function put(html) {
    if (place.innerHTML !== html) { place.innerHTML = html; }
    fit();
  }

  function heard() {
    last = Date.now();
    dot.classList.remove('on');
    if (isNeutral) { isNeutral = false; put(scene); }
  }

  function listen() {
    source = new EventSource(document.body.dataset.live);
    source.addEventListener('scene', function (event) {
      var whole = JSON.parse(event.data);
      var isNew = scene !== whole.scene;
      scene = whole.scene;
      neutral = whole.neutral;
      heard();
      if (isNew) { put(scene); }
    });
    source.addEventListener('beat', heard);
    source.onerror = function () {
      if (source.readyState === EventSource.CLOSED) { window.setTimeout(listen, 2000); }
    };
  }

  window.setInterval(function () {
    var quiet = Date.now() - last;
    dot.classList.toggle('on', quiet > QUIET);
    if (quiet > NEUTRAL && !isNeutral) { isNeutral = true; put(neutral); }
  }, 500);

  window.addEventListener('resize', fit);
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(fit); }
  fit();
  if (window.EventSource) { listen(); }
}());
