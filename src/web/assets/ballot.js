// The ballot's extras: a counter that follows the marks, marks that survive a reload, and a safe
// retry of the final act. Without this file everything works; with it the form's data are the same.
(function () {
  'use strict';
  var isKiosk = document.body.dataset.surface === 'kiosk';
  // A kiosk keeps nothing between two pages: its storage is one that holds nothing.
  var store = isKiosk ? { getItem: function () { return null; }, setItem: function () {}, removeItem: function () {} } : window.sessionStorage;
  var hall = null;

  function start() {

  function key(poll) { return 'minsheng-marks-' + poll; }

  function forget(poll) {
    try { store.removeItem(key(poll)); } catch (e) { /* private mode keeps nothing anyway */ }
  }

  // --- marking
  var form = document.querySelector('.marks-form');
  if (form) {
    var kind = form.dataset.kind;
    var most = Number(form.dataset.most);
    var name = form.dataset.poll + '-' + form.dataset.round;
    var counter = form.querySelector('.counter');
    var left = form.querySelector('.left');
    var fields = Array.prototype.slice.call(form.querySelectorAll('input[type=radio], select'));
    var remarks = Array.prototype.slice.call(form.querySelectorAll('.remark textarea'));

    var isChosen = function (field) { return field.type !== 'radio' || field.checked; };
    var isUnmarked = function (mark) { return mark.charAt(0) === 'n'; };
    // An approval counts towards the limit; so does any tick, rank or grade.
    var isCounted = function (mark) { return kind === 'per-item' ? mark === 'a' : !isUnmarked(mark); };

    var marks = function () {
      var found = {};
      fields.forEach(function (field) { if (isChosen(field)) { found[field.name] = field.value; } });
      return found;
    };

    var show = function () {
      fields.forEach(function (field) {
        if (field.type !== 'radio') { field.classList.toggle('chosen', !isUnmarked(field.value)); }
      });
      var now = marks();
      var values = Object.keys(now).map(function (line) { return now[line]; });
      var counted = values.filter(isCounted).length;
      var over = counted > most;
      var told = over ? form.dataset.over : counted === most ? form.dataset.full : form.dataset.counter;
      if (counter) {
        counter.textContent = told
          .replace('#given', String(counted))
          .replace('#rest', String(most - counted))
          .replace('#over', String(counted - most));
        counter.classList.toggle('over', over);
      }
      if (left) { left.textContent = form.dataset.left.replace('#left', String(values.filter(isUnmarked).length)); }
    };

    var keep = function () {
      var now = marks();
      remarks.forEach(function (remark) { now[remark.name] = remark.value; });
      try { store.setItem(key(name), JSON.stringify(now)); } catch (e) { /* full or forbidden */ }
    };

    // A lower grade asks for a word of why; nothing closes again what somebody has opened.
    var ask = function () {
      remarks.forEach(function (remark) {
        var line = remark.closest('.line');
        var chosen = line.querySelector('input:checked');
        if (chosen && /^[bd]$/.test(chosen.value)) { line.querySelector('.remark').open = true; }
      });
    };

    // The form is filled up to one length: its size on the line must not tell that somebody wrote.
    var pad = form.querySelector('.pad');
    var fill = function () {
      if (!pad || !window.URLSearchParams) { return; }
      var used = remarks.reduce(function (sum, remark) {
        // A browser sends each new line as two characters.
        var text = remark.value.replace(/\r?\n/g, '\r\n');
        return sum + new URLSearchParams({ r: text }).toString().length - 2;
      }, 0);
      pad.value = new Array(Math.max(0, Number(pad.dataset.most) - used) + 1).join('x');
    };

    var isFresh = fields.filter(isChosen).every(function (field) { return isUnmarked(field.value); }) &&
      remarks.every(function (remark) { return !remark.value; });
    if (isFresh) {
      try {
        var kept = JSON.parse(store.getItem(key(name)) || '{}');
        fields.forEach(function (field) {
          if (!(field.name in kept)) { return; }
          if (field.type !== 'radio') { field.value = kept[field.name]; }
          else if (field.value === kept[field.name]) { field.checked = true; }
        });
        remarks.forEach(function (remark) {
          if (!kept[remark.name]) { return; }
          remark.value = kept[remark.name];
          remark.closest('.remark').open = true;
        });
      } catch (e) { forget(name); }
    }
    form.addEventListener('change', function () { show(); ask(); keep(); });
    form.addEventListener('input', function () { if (remarks.length) { keep(); } });
    form.addEventListener('submit', fill);
    show();
    ask();
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
          if (answer.redirected && answer.ok && !isKiosk) { window.location.replace(answer.url); return null; }
          return answer.text().then(function (page) {
            if (isKiosk) { window.minshengKiosk.show(page); return; }
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

  // --- how voting stands: one line changes, nothing else of the page
  if (hall) { hall.close(); hall = null; }
  var state = document.querySelector('.hall-state');
  if (state && window.EventSource) {
    var tell = function (event) {
      var now = JSON.parse(event.data);
      var waits = now.papers === 'waiting';
      var text = now.stage === 'open' ? (waits && state.dataset.openPapers || state.dataset.open) : now.stage === 'paused' ? state.dataset.paused :
        /^(draft|frozen|sealed|issuing)$/.test(now.stage) ? state.dataset.notOpen : (waits && state.dataset.overPapers || state.dataset.over);
      text = text.replace(/#(present|issued|returned)/g, function (all, name) { return String(now[name]); });
      if (state.textContent !== text) { state.textContent = text; }
    };
    // A phone in a pocket follows nothing.
    var follow = function () {
      if (document.hidden && hall) { hall.close(); hall = null; }
      if (!document.hidden && !hall && document.contains(state)) {
        hall = new EventSource(state.dataset.live);
        hall.onmessage = tell;
      }
    };
    document.addEventListener('visibilitychange', follow);
    follow();
  }
  }

  document.addEventListener('minsheng-page', start);
  start();
}());
