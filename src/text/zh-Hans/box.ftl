# The sealed box, its cards, opening it.

act-seal-again = 重新封箱
act-record-cards = 记录销毁密钥卡

box-title = 封箱与密钥卡
box-name = 票箱名
box-void-unused = 本轮封过箱，密钥卡没有领取，已随本轮作废，没有卡要销毁。
box-not-yet = 本轮还没有封箱。
box-held = 钥匙分在 { $cards } 张密钥卡上，任意 { $needed } 张可以开箱。服务器上没有钥匙。
box-held-server = 演示、演练：钥匙存在服务器的文件里，能进入服务器的人开箱前就能读出选票。正式会议不能这样封箱。
box-in-use = 票箱已封，密钥卡由持卡人保管，开箱时再用。
box-back = 返回票决
box-to-seal = 去封箱
box-to-cards = 去处理密钥卡
box-to-open = 卡已齐，去开箱
box-to-destroy = 去记录销毁
box-to-destroy-what = 密钥卡还没有当众销毁。
box-of-round = 第 { $number } 轮票箱

holding-server = 存在服务器上（只用于演示、演练，不保密）
holding-1-of-2 = 2 张卡，任意 1 张可以开箱（人数少的乡镇）
holding-2-of-3 = 3 张卡，任意 2 张可以开箱（乡镇）
holding-3-of-5 = 5 张卡，任意 3 张可以开箱（县市）

seal-choose = 钥匙由谁保管
seal-hint = 卡由总监票人和监票人领取，每人一张。
seal-how = 封箱时产生一把新钥匙，分到密钥卡上。每张票投出时用它加密，开箱前谁也读不出。
seal-again-title = 有卡没有领到，或者抄错、丢失：重新封箱
seal-again-what = 产生一把新钥匙，以前的卡全部作废，每张卡重新领取、核对。开始发票后不能再重新封箱，只能作废本轮。

cards-title = 领取和核对
cards-how = 每位持卡人用自己的账号或 PIN 领一张，用笔抄下，再把卡上的数字输入一遍。全部核对后才能发票。
cards-lost = 没有领取的卡已从服务器内存清除（15 分钟无人操作，或程序重启过）。请重新封箱。
cards-all-checked = 全部核对，可以开始发票
card-number = 第 { $number } 张
card-take = 领取第 { $number } 张（只显示一次）
card-take-pin-how = 手机用不了的监票人到这里选自己的名字，输入 PIN，领取下一张卡。一个浏览器只显示一张卡。
card-take-pin = 用 PIN 领取第 { $number } 张（只显示一次）
card-waits = 等待领取
card-gone = 已清除，没有领取
card-checked = 已核对
card-unchecked = 已领取，还没有核对

card-check-title = 核对密钥卡
card-check-button = 核对
card-field = 卡上的数字（九组，每组五位）
card-field-hint = 可以只输入数字，也可以用扫码枪扫卡上的二维码。空格、短横都可以。

card-title = 密钥卡 第 { $number } 张
card-once = 这张卡只显示这一次。离开本页后，任何人都不能再看到它。
card-of = 第 { $number } 张，共 { $cards } 张；{ $needed } 张可以开箱。
card-last-group = 最后一组是校验。
card-field-hint-own = 只输入数字也可以；空格、短横都可以。
card-own-checked = ✓ 您的第 { $number } 张卡已核对。
problem-card-not-own = 您输入的是第 { $number } 张卡，它由{ $who }保管，由本人核对。请输入您自己的卡。
card-do-copy = 请用笔抄在空白卡上，不要打印。
card-do-check = 抄好后按下面的按钮，回到上一页，把卡上的数字输入一遍。
card-do-keep = 不要拍照、截屏、存成文件。卡由您本人保管，开箱后当众销毁。
card-copied = 抄好了，去核对

card-give-title = 输入密钥卡
card-give-how = 持卡人依次登录或在自己的手机上输入。代他人输入的，记录写明谁代谁输入。卡只保存在服务器内存里。
card-give-button = 交出这张卡
card-give-wiped = 五分钟无人操作，已输入的卡全部清除，须重新输入。
card-given = 已输入
card-needed = 需要
cards-enough = 卡已齐
cards-missing-title = 卡丢了，凑不够
cards-missing-what = 凑不够需要的张数，这一箱就打不开，也没有别的办法。请由两人写明理由作废本轮：选票不读、全部销毁，再投一次。

destroy-how = 开箱或者作废、清理完成后，请在会场当众销毁密钥卡。共 { $cards } 张，至少销毁 { $least } 张，剩下的卡才打不开投票期间可能被复制的数据。张数写入报告单。
destroyed-field = 当众销毁了几张（共 { $cards } 张）
destroyed-number = 销毁 { $destroyed } 张，共 { $cards } 张。
cards-destroyed = 密钥卡共 { $cards } 张，已当众销毁 { $destroyed } 张。
cards-too-few = 密钥卡共 { $cards } 张，只销毁了 { $destroyed } 张，少于须销毁的 { $least } 张。如有人在投票期间复制过数据，再拿到留存的卡，仍能读出选票。
cards-not-recorded = 密钥卡共 { $cards } 张，没有销毁记录。

problem-holding-missing = 请选择钥匙由谁保管。
problem-holding-only-demo = 钥匙存在服务器上只能用于演示。请选择密钥卡。
problem-holders-too-few = 需要 { $cards } 位持卡人，每人一张；现有总监票人和监票人 { $there } 位有账号或 PIN。请监票人设置 PIN，或选择较少的卡。
problem-box-not-sealed = 票箱还没有钥匙。请先封箱。
problem-key-lost = 服务器上的钥匙不在了，或者同数据库里的这个票箱对不上：钥匙文件不是原来的，或者数据库里票箱的内容被改动过（可请管理员运行 minsheng doctor 查看）。发票前可以重新封箱；发票后只能作废本轮。
problem-box-unproven = 封箱前的试投没有通过，本次封箱无效，什么都没有改变。请再按一次；仍不成功时请联系系统管理员。
problem-box-context-changed = 票箱不是为现在这一轮封的：会议、轮次、名单、表决办法或本系统与封箱时不同。发票前可以重新封箱；发票后只能作废本轮。
problem-box-proof-changed = 票箱的公钥或每张票的长度与封箱时试过的不同。发票前可以重新封箱；发票后只能作废本轮。
problem-cards-unchecked = 还有 { $left } 张密钥卡没有核对。请持卡人领取，并把卡上的数字输入一遍。
problem-cards-missing = 开箱需要 { $needed } 张密钥卡，已输入 { $given } 张。请持卡人输入。
problem-cards-recorded = 没有要记录的密钥卡，或已经记录过。
problem-cards-wait-for-clean = 开箱后的清理还没有完成，密钥卡先不要销毁；本页会自动刷新。
problem-cards-unrecorded = 密钥卡的销毁还没有记录（{ $rounds } 个票箱）。请当众销毁后由两人记录。
problem-card-shown = 第 { $number } 张卡已由{ $who }领取，只显示一次。没有看到的，请重新封箱。
problem-card-one-each = 已领取过第 { $number } 张卡，每人只能领一张。
problem-cards-gone = 这张卡已从服务器内存清除，不能再显示。请重新封箱。
problem-card-characters = 卡上只有数字。请去掉其他字符。
problem-card-digits = 卡上共 45 个数字，输入了 { $digits } 个。请对照卡补全。
problem-card-group = 第 { $group } 组不是五位数字，或大于 65535。请对照卡改正这一组。
problem-card-group-wrong = 第 { $group } 组输错了，其他各组都对。请对照卡改正这一组。
problem-card-mistyped = 输错了不止一组，或者不是本箱的卡。请逐组对照。
problem-card-of-other = 这是票箱 { $other } 的卡，本箱是 { $this }。请拿本轮的卡。
problem-card-twice = 第 { $number } 张卡已经输入过。请输入另一张。
problem-box-changed = 票箱与投票结束时不一致（摘要不同），没有开箱。请保留现场，由两人决定作废本轮。
problem-box-count-changed = 票箱里现有 { $found } 张票，投票结束时是 { $closed } 张，没有开箱。请保留现场，由两人决定作废本轮。
problem-ballot-repeated = 有 { $ballots } 张票与别的票重复，没有开箱。请保留现场，由两人决定作废本轮。
problem-ballots-unopened = { $of } 张票中只有 { $opened } 张能打开，其余不是封给本箱的，没有开箱。请保留现场，由两人决定作废本轮。
