// Typing papers: one paper at a time, keys echoed beside their lines. Without this file every paper
// has its field on the page; with it the form's data are the same. Nothing is kept in the browser.
(function () {
  'use strict';
  var form = document.querySelector('form.typing');
  if (!form) { return; }
  var marks = Number(form.dataset.marks);
  var kind = form.dataset.kind;
  var sheets = Array.prototype.slice.call(form.querySelectorAll('.one-paper'));
  var lines = form.querySelector('.typing-lines');
  var rows = Array.prototype.slice.call(lines.querySelectorAll('p'));
  var counted = form.querySelector('#counted');
  var at = 0;
  var isSent = false;

  function field(sheet) { return sheet.querySelector('input'); }

  // Digits of a Chinese keyboard are digits.
  function narrow(text) {
    return text.replace(/[０-９／＊＋]/g, function (key) { return String.fromCharCode(key.charCodeAt(0) - 0xFEE0); });
  }

  function isWhole(text) { return /^[/*+]/.test(text); }

  // The key of each line, as far as it is typed.
  function keys(text) {
    if (text.charAt(0) === '+') {
      var chosen = text.split(/\D+/).map(Number);
      return rows.map(function (row, place) { return chosen.indexOf(place + 1) >= 0 ? '1' : '0'; });
    }
    if (isWhole(text)) { return []; }
    if (kind === 'rank' && /[\s,]/.test(text.trim())) { return text.trim().split(/[\s,]+/); }
    return text.replace(/\s/g, '').split('');
  }

  function echo() {
    var text = narrow(field(sheets[at]).value);
    var typed = keys(text);
    rows.forEach(function (row, place) {
      var shown = kind === 'whole-list' ? typed[0] : typed[place];
      row.querySelector('.echo').textContent = shown || '';
      row.classList.toggle('now', kind !== 'whole-list' && !isWhole(text) && place === typed.length);
    });
  }

  function show(place) {
    at = Math.max(0, Math.min(sheets.length - 1, place));
    sheets.forEach(function (sheet, one) { sheet.classList.toggle('now', one === at); });
    sheets[at].querySelector('label').textContent = form.dataset.place.replace('#paper', String(at + 1));
    field(sheets[at]).focus();
    echo();
  }

  function isDone(text) {
    return isWhole(text) ? text.length > 1 || text === '*' : keys(text).length === marks;
  }

  form.classList.add('single');
  lines.hidden = false;
  sheets.forEach(function (sheet, place) {
    var input = field(sheet);
    input.addEventListener('input', echo);
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowUp' || (event.key === 'Backspace' && input.value === '')) {
        event.preventDefault();
        show(place - 1);
      } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault();
        if (event.key === 'Enter' && !isDone(narrow(input.value))) { input.classList.add('wrong'); return; }
        input.classList.remove('wrong');
        if (place + 1 === sheets.length) { counted.focus(); } else { show(place + 1); }
      }
    });
  });
  form.addEventListener('submit', function () { isSent = true; });
  window.addEventListener('beforeunload', function (event) {
    var isTyped = sheets.some(function (sheet) { return field(sheet).value !== ''; });
    if (isTyped && !isSent) { event.preventDefault(); event.returnValue = ''; }
  });
  var wrong = sheets.findIndex(function (sheet) { return sheet.querySelector('.field-error'); });
  show(wrong < 0 ? 0 : wrong);
}());
