// The ballot's extras: a counter that follows the marks, marks that survive a reload, and a safe
// retry of the final act. Without this file everything works; with it the form's data are the same.
(function () {
  'use strict';
  var store = window.sessionStorage;

  function key(poll) { return 'minsheng-marks-' + poll; }

  function forget(poll) {
    try { store.removeItem(key(poll)); } catch (e) { /* private mode keeps nothing anyway */ }
  }

  // --- marking
  var form = document.querySelector('.marks-form');
  if (form) {
    var most = Number(form.dataset.most);
    var name = form.dataset.poll + '-' + form.dataset.round;
    var counter = form.querySelector('.counter');
    var left = form.querySelector('.left');
    var radios = Array.prototype.slice.call(form.querySelectorAll('input[type=radio]'));

    var marks = function () {
      var found = {};
      radios.forEach(function (radio) { if (radio.checked) { found[radio.name] = radio.value; } });
      return found;
    };

    var show = function () {
      var now = marks();
      var values = Object.keys(now).map(function (line) { return now[line]; });
      var approved = values.filter(function (mark) { return mark === 'a'; }).length;
      var unmarked = values.filter(function (mark) { return mark === 'n'; }).length;
      var over = approved > most;
      counter.textContent = over
        ? form.dataset.over.replace('#', String(approved - most))
        : form.dataset.counter.replace('#', String(approved));
      counter.classList.toggle('over', over);
      left.textContent = form.dataset.left.replace('#', String(unmarked));
    };

    var keep = function () {
      try { store.setItem(key(name), JSON.stringify(marks())); } catch (e) { /* full or forbidden */ }
    };

    var isFresh = radios.every(function (radio) { return (radio.value === 'n') === radio.checked; });
    if (isFresh) {
      try {
        var kept = JSON.parse(store.getItem(key(name)) || '{}');
        radios.forEach(function (radio) { if (kept[radio.name] === radio.value) { radio.checked = true; } });
      } catch (e) { forget(name); }
    }
    form.addEventListener('change', function () { show(); keep(); });
    show();
  }

  // --- it is in the box: nothing of the marks stays on the phone
  if (document.querySelector('.cast-done')) {
    try {
      Object.keys(store).forEach(function (one) {
        if (one.indexOf('minsheng-marks-') === 0) { store.removeItem(one); }
      });
    } catch (e) { /* nothing kept */ }
  }

  // --- the final act: the same form again and again until an answer comes
  var cast = document.querySelector('.cast-form');
  if (cast && window.fetch && window.URLSearchParams) {
    var told = cast.querySelector('.trying');
    var button = cast.querySelector('button');
    var waits = [1000, 2000, 4000, 8000];
    var isSending = false;

    var send = function (tries) {
      var body = new URLSearchParams(new FormData(cast));
      fetch(cast.action, { method: 'POST', body: body, credentials: 'same-origin', redirect: 'follow' })
        .then(function (answer) {
          if (answer.status === 503) { throw new Error('busy'); }
          if (answer.redirected && answer.ok) { window.location.replace(answer.url); return null; }
          return answer.text().then(function (page) {
            document.open(); document.write(page); document.close();
          });
        })
        .catch(function () {
          if (tries < waits.length) {
            told.textContent = cast.dataset.trying;
            window.setTimeout(function () { send(tries + 1); }, waits[tries]);
          } else {
            told.textContent = cast.dataset.paper;
            button.textContent = cast.dataset.again;
            isSending = false;
          }
        });
    };

    cast.addEventListener('submit', function (event) {
      event.preventDefault();
      if (isSending) { return; }
      isSending = true;
      send(0);
    });
  }
}());
