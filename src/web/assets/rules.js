// The rules are read back while their settings are still being chosen: the server reads the form as
// it stands and answers with the same words that saving would show. Nothing is saved.
(function () {
  'use strict';
  var form = document.querySelector('[data-reading]');
  var reading = document.getElementById('reading');
  if (!form || !reading || !window.fetch || !window.URLSearchParams) { return; }
  var asked = 0;
  var timer = null;

  function read() {
    var fields = new URLSearchParams(new FormData(form));
    fields.delete('token');
    asked += 1;
    var mine = asked;
    window.fetch(form.dataset.reading + '?' + fields.toString(), { credentials: 'same-origin' })
      .then(function (answer) {
        return answer.ok || answer.status === 422 ? answer.text() : null;
      })
      .then(function (told) {
        // A later choice has asked again: its answer counts.
        if (told !== null && mine === asked) { reading.innerHTML = told; }
      })
      .catch(function () { });
  }

  form.addEventListener('input', function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(read, 250);
  });
}());
