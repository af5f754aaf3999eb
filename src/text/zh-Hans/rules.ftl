# Rules in plain words.

rules-base-congress = { $due } 名代表，过半数为 { $needed } 票；
rules-base-committee = 常务委员会组成人员 { $due } 名，过半数为 { $needed } 票；
rules-present = 实到 { $present } 人，达到法定人数 { $quorum } 人。
rules-quorum = 到会满 { $quorum } 人方可开会。
rules-example = 未到会的人等于没有赞成：{ $present } 人到会时，一个项目须有 { $needed } 票赞成，约为到会的 { $share } %。
rules-up-to = 每个项目可以赞成、反对或弃权；最多赞成 { $places } 项，少于 { $places } 项有效，多于 { $places } 项整票无效。
rules-exactly = 每个项目可以赞成、反对或弃权；必须正好赞成 { $places } 项，多于或少于都整票无效。
rules-unmarked-abstain = 未选的项目按弃权计。
rules-unmarked-oppose = 未选的项目按反对计。
rules-blank-valid = 空白票是有效票。
rules-blank-void = 空白票无效。
rules-selection = 赞成达到 { $needed } 票的项目，按票数从多到少取 { $places } 项。
rules-tie-run-off = 最后一个名额票数相等时，只就相等的项目另行票决。
rules-tie-presidium = 最后一个名额票数相等时，由主席团决定并说明理由。
rules-shortfall-take-fewer = 达到的不足 { $places } 项时，以达到的为准，其余退回项目库。
rules-shortfall-supplementary = 达到的不足 { $places } 项时，就票数较多的项目补充票决一次。
rules-returned = 收回的票多于发出的，本轮作废，重新投票；等于或少于发出的，投票有效。

clause-majority = 须全体过半数
clause-most-votes = 按票数取足名额
clause-tie = 末位票数相等
clause-shortfall = 不足额

problem-candidates-too-few = 候选项目 { $candidates } 个，少于应选的 { $places } 个。
problem-surplus-none = 候选数与应选数相同（{ $places } 个），没有差额。
problem-presidium-breaks-ties = 票数相等时由主席团决定：请在票决办法中写明条款。
problem-blank-valid-though-exact = 办法要求正好选满，却规定空白票有效。
problem-threshold-above-base = 过半数线超过了全体人数 { $base }。
problem-marked-too-many = 您赞成了 { $approved } 项，最多 { $most } 项：请把其中 { $over } 项改为反对或弃权。
problem-marked-too-few = 必须正好赞成 { $exactly } 项，还差 { $missing } 项。
problem-box-changed = 票箱与结束投票时不一致，不能开箱。请保留现场，由两人作废本轮。
