// The office's live numbers: full snapshots from the server, shown as they come. When they stop
// coming for ten seconds the page says that they may be old.
(function () {
  'use strict';
  var figures = document.querySelector('[data-live]');
  if (!figures || !window.EventSource) { return; }
  var note = document.querySelector('.stale');
  var usual = note ? note.textContent : '';
  var stage = null;
  var last = Date.now();
  var source = new EventSource(figures.dataset.live);

  source.onmessage = function (event) {
    var now = JSON.parse(event.data);
    last = Date.now();
    Array.prototype.forEach.call(figures.querySelectorAll('[data-number]'), function (cell) {
      var value = String(now[cell.dataset.number]);
      if (cell.textContent !== value) { cell.textContent = value; }
    });
    Array.prototype.forEach.call(document.querySelectorAll('[data-template]'), function (line) {
      var text = line.dataset.template.replace(/#(present|issued|returned|left)/g, function (all, name) {
        return String(now[name]);
      });
      if (line.textContent.trim() !== text) { line.textContent = text; }
    });
    // Other sentences belong to another stage, and to papers that come into the hall or leave it.
    var told = now.stage + ' ' + now.papers;
    if (stage !== null && stage !== told) { window.location.reload(); }
    stage = told;
  };

  window.setInterval(function () {
    if (!note) { return; }
    var isOld = Date.now() - last > 10000;
    note.classList.toggle('old', isOld);
    note.textContent = isOld ? figures.dataset.stale : usual;
  }, 1000);
}());
