-- The demo of 青河县, certified, with 15 deputies, as the program of schema version 1 left it. Its key file: 77c6d1ff64f132a1adf37202c0d270b3db3089a6f5fde37b2bd62f6811fb165f
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE prefecture (
    id integer primary key check (id = 1),
    name text not null,
    is_demo integer not null check (is_demo in (0, 1))
) strict;
INSERT INTO prefecture VALUES(1,'阿勒泰地区',1);
CREATE TABLE congress (
    id integer primary key,
    code text not null unique,                       -- division code, six or nine digits
    slug text not null unique check (slug not glob '*[^a-z0-9-]*'),
    name text not null,
    level text not null check (level in ('county', 'township')),
    parent integer references congress,
    rehearsal_of integer references congress,        -- a marked copy, wiped after the rehearsal
    contact_days integer not null default 180        -- how long residents' contacts are kept
        check (contact_days between 7 and 730),
    constraint congress_rehearsal unique (rehearsal_of),
    constraint congress_parent check ((level = 'township') = (parent is not null))
) strict;
INSERT INTO congress VALUES(1,'654301','aletai','阿勒泰市','county',NULL,NULL,180);
INSERT INTO congress VALUES(2,'654321','buerjin','布尔津县','county',NULL,NULL,180);
INSERT INTO congress VALUES(3,'654322','fuyun','富蕴县','county',NULL,NULL,180);
INSERT INTO congress VALUES(4,'654323','fuhai','福海县','county',NULL,NULL,180);
INSERT INTO congress VALUES(5,'654324','habahe','哈巴河县','county',NULL,NULL,180);
INSERT INTO congress VALUES(6,'654325','qinghe','青河县','county',NULL,NULL,180);
INSERT INTO congress VALUES(7,'654326','jimunai','吉木乃县','county',NULL,NULL,180);
INSERT INTO congress VALUES(8,'654301901','beitunzhen','北屯镇','township',1,NULL,180);
INSERT INTO congress VALUES(9,'654301902','aweitan','阿苇滩镇','township',1,NULL,180);
INSERT INTO congress VALUES(10,'654301903','hongdun','红墩镇','township',1,NULL,180);
INSERT INTO congress VALUES(11,'654301904','qiemuerqieke','切木尔切克镇','township',1,NULL,180);
INSERT INTO congress VALUES(12,'654301905','alahake','阿拉哈克镇','township',1,NULL,180);
INSERT INTO congress VALUES(13,'654301906','handegate','汗德尕特蒙古族乡','township',1,NULL,180);
INSERT INTO congress VALUES(14,'654301907','lasite','拉斯特乡','township',1,NULL,180);
INSERT INTO congress VALUES(15,'654301908','kalaxilike','喀拉希力克乡','township',1,NULL,180);
INSERT INTO congress VALUES(16,'654301909','saerhusong','萨尔胡松乡','township',1,NULL,180);
INSERT INTO congress VALUES(17,'654301910','balibagai','巴里巴盖乡','township',1,NULL,180);
INSERT INTO congress VALUES(18,'654301911','qieerkeqi','切尔克齐乡','township',1,NULL,180);
INSERT INTO congress VALUES(19,'654321901','buerjinzhen','布尔津镇','township',2,NULL,180);
INSERT INTO congress VALUES(20,'654321902','chonghuer','冲乎尔镇','township',2,NULL,180);
INSERT INTO congress VALUES(21,'654321903','woyimoke','窝依莫克镇','township',2,NULL,180);
INSERT INTO congress VALUES(22,'654321904','kuositeke','阔斯特克镇','township',2,NULL,180);
INSERT INTO congress VALUES(23,'654321905','dulaiti','杜来提乡','township',2,NULL,180);
INSERT INTO congress VALUES(24,'654321906','yegezituobie','也格孜托别乡','township',2,NULL,180);
INSERT INTO congress VALUES(25,'654321907','hemuhanasi','禾木哈纳斯蒙古族乡','township',2,NULL,180);
INSERT INTO congress VALUES(26,'654322901','kueerqisi','库额尔齐斯镇','township',3,NULL,180);
INSERT INTO congress VALUES(27,'654322902','keketuohai','可可托海镇','township',3,NULL,180);
INSERT INTO congress VALUES(28,'654322903','qiakuertu','恰库尔图镇','township',3,NULL,180);
INSERT INTO congress VALUES(29,'654322904','kalatongke','喀拉通克镇','township',3,NULL,180);
INSERT INTO congress VALUES(30,'654322905','dure','杜热镇','township',3,NULL,180);
INSERT INTO congress VALUES(31,'654322906','tuerhong','吐尔洪乡','township',3,NULL,180);
INSERT INTO congress VALUES(32,'654322907','kezilexilike','克孜勒希力克乡','township',3,NULL,180);
INSERT INTO congress VALUES(33,'654322908','tiemaike','铁买克乡','township',3,NULL,180);
INSERT INTO congress VALUES(34,'654322909','kalabulegen','喀拉布勒根乡','township',3,NULL,180);
INSERT INTO congress VALUES(35,'654323901','fuhaizhen','福海镇','township',4,NULL,180);
INSERT INTO congress VALUES(36,'654323902','kalamagai','喀拉玛盖镇','township',4,NULL,180);
INSERT INTO congress VALUES(37,'654323903','jietearele','解特阿热勒镇','township',4,NULL,180);
INSERT INTO congress VALUES(38,'654323904','kuokeagashi','阔克阿尕什乡','township',4,NULL,180);
INSERT INTO congress VALUES(39,'654323905','qiganjidie','齐干吉迭乡','township',4,NULL,180);
INSERT INTO congress VALUES(40,'654323906','aerda','阿尔达乡','township',4,NULL,180);
INSERT INTO congress VALUES(41,'654323907','yanshi-01','演示乡01','township',4,NULL,180);
INSERT INTO congress VALUES(42,'654323908','yanshi-02','演示乡02','township',4,NULL,180);
INSERT INTO congress VALUES(43,'654324901','akeqi','阿克齐镇','township',5,NULL,180);
INSERT INTO congress VALUES(44,'654324902','saerbulake','萨尔布拉克镇','township',5,NULL,180);
INSERT INTO congress VALUES(45,'654324903','qibaer','齐巴尔镇','township',5,NULL,180);
INSERT INTO congress VALUES(46,'654324904','kulebai','库勒拜镇','township',5,NULL,180);
INSERT INTO congress VALUES(47,'654324905','saertamu','萨尔塔木乡','township',5,NULL,180);
INSERT INTO congress VALUES(48,'654324906','jiayilema','加依勒玛乡','township',5,NULL,180);
INSERT INTO congress VALUES(49,'654324907','tiereketi','铁热克提乡','township',5,NULL,180);
INSERT INTO congress VALUES(50,'654325901','qinghezhen','青河镇','township',6,NULL,180);
INSERT INTO congress VALUES(51,'654325902','takeshiken','塔克什肯镇','township',6,NULL,180);
INSERT INTO congress VALUES(52,'654325903','areletuobie','阿热勒托别镇','township',6,NULL,180);
INSERT INTO congress VALUES(53,'654325904','agedala','阿格达拉镇','township',6,NULL,180);
INSERT INTO congress VALUES(54,'654325905','arele','阿热勒镇','township',6,NULL,180);
INSERT INTO congress VALUES(55,'654325906','saertuohai','萨尔托海乡','township',6,NULL,180);
INSERT INTO congress VALUES(56,'654325907','chaganguole','查干郭勒乡','township',6,NULL,180);
INSERT INTO congress VALUES(57,'654325908','agashiaobao','阿尕什敖包乡','township',6,NULL,180);
INSERT INTO congress VALUES(58,'654326901','tuoputiereke','托普铁热克镇','township',7,NULL,180);
INSERT INTO congress VALUES(59,'654326902','jimunaizhen','吉木乃镇','township',7,NULL,180);
INSERT INTO congress VALUES(60,'654326903','kaerjiao','喀尔交镇','township',7,NULL,180);
INSERT INTO congress VALUES(61,'654326904','wulasite','乌拉斯特镇','township',7,NULL,180);
INSERT INTO congress VALUES(62,'654326905','tuosite','托斯特乡','township',7,NULL,180);
INSERT INTO congress VALUES(63,'654326906','qialeshihai','恰勒什海乡','township',7,NULL,180);
INSERT INTO congress VALUES(64,'654326907','biesitiereke','别斯铁热克乡','township',7,NULL,180);
CREATE TABLE deputy (
    id integer primary key,
    congress integer not null references congress,
    number text not null,                            -- the office's own number, as on the roster
    name text not null,
    delegation text not null default '',
    is_committee_member integer not null default 0 check (is_committee_member in (0, 1)),
    language text not null default 'zh-Hans',
    note text not null default '',
    in_office integer not null default 1 check (in_office in (0, 1)),
    constraint deputy_number unique (congress, number)
) strict;
INSERT INTO deputy VALUES(1,6,'001','代表 001','青河镇代表团',1,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(2,6,'002','代表 002','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(3,6,'003','代表 003','青河镇代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(4,6,'004','代表 004','青河镇代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(5,6,'005','代表 005','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(6,6,'006','代表 006','青河镇代表团',1,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(7,6,'007','代表 007','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(8,6,'008','代表 008','青河镇代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(9,6,'009','代表 009','青河镇代表团',0,'ug','演示',1);
INSERT INTO deputy VALUES(10,6,'010','代表 010','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(11,6,'011','代表 011','青河镇代表团',1,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(12,6,'012','代表 012','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(13,6,'013','代表 013','青河镇代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(14,6,'014','代表 014','青河镇代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(15,6,'015','代表 015','青河镇代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(16,56,'001','代表 001','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(17,56,'002','代表 002','第一代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(18,56,'003','代表 003','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(19,56,'004','代表 004','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(20,56,'005','代表 005','第一代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(21,56,'006','代表 006','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(22,56,'007','代表 007','第一代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(23,56,'008','代表 008','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(24,56,'009','代表 009','第一代表团',0,'ug','演示',1);
INSERT INTO deputy VALUES(25,56,'010','代表 010','第一代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(26,56,'011','代表 011','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(27,56,'012','代表 012','第一代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(28,56,'013','代表 013','第一代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(29,56,'014','代表 014','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(30,56,'015','代表 015','第二代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(31,56,'016','代表 016','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(32,56,'017','代表 017','第二代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(33,56,'018','代表 018','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(34,56,'019','代表 019','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(35,56,'020','代表 020','第二代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(36,56,'021','代表 021','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(37,56,'022','代表 022','第二代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(38,56,'023','代表 023','第二代表团',0,'ug','演示',1);
INSERT INTO deputy VALUES(39,56,'024','代表 024','第二代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(40,56,'025','代表 025','第二代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(41,56,'026','代表 026','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(42,56,'027','代表 027','第三代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(43,56,'028','代表 028','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(44,56,'029','代表 029','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(45,56,'030','代表 030','第三代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(46,56,'031','代表 031','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(47,56,'032','代表 032','第三代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(48,56,'033','代表 033','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(49,56,'034','代表 034','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(50,56,'035','代表 035','第三代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(51,56,'036','代表 036','第三代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(52,56,'037','代表 037','第三代表团',0,'ug','演示',1);
INSERT INTO deputy VALUES(53,56,'038','代表 038','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(54,56,'039','代表 039','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(55,56,'040','代表 040','第四代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(56,56,'041','代表 041','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(57,56,'042','代表 042','第四代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(58,56,'043','代表 043','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(59,56,'044','代表 044','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(60,56,'045','代表 045','第四代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(61,56,'046','代表 046','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(62,56,'047','代表 047','第四代表团',0,'zh-Hans','演示',1);
INSERT INTO deputy VALUES(63,56,'048','代表 048','第四代表团',0,'kk-Arab','演示',1);
INSERT INTO deputy VALUES(64,56,'049','代表 049','第四代表团',0,'kk-Arab','演示',1);
CREATE TABLE unit (                                  -- a responsible unit of the congress's government
    id integer primary key,
    congress integer not null references congress,
    name text not null check (name <> ''),
    constraint unit_name unique (congress, name)
) strict;
INSERT INTO unit VALUES(1,6,'县农业农村局');
INSERT INTO unit VALUES(2,6,'县水利局');
INSERT INTO unit VALUES(3,6,'县卫生健康委员会');
INSERT INTO unit VALUES(4,6,'县交通运输局');
INSERT INTO unit VALUES(5,6,'县教育局');
INSERT INTO unit VALUES(6,6,'县住房和城乡建设局');
INSERT INTO unit VALUES(7,6,'县民政局');
INSERT INTO unit VALUES(8,6,'县工业和信息化局');
INSERT INTO unit VALUES(9,6,'司法行政部门（演示）');
INSERT INTO unit VALUES(10,6,'自然资源部门（演示）');
INSERT INTO unit VALUES(11,56,'乡农业发展服务中心');
INSERT INTO unit VALUES(12,56,'乡便民服务中心');
INSERT INTO unit VALUES(13,56,'乡水管站');
INSERT INTO unit VALUES(14,56,'司法行政部门（演示）');
CREATE TABLE account (
    id integer primary key,
    username text not null,
    name text not null,
    password_hash text not null,                     -- argon2id, PHC string; '' until the first sign-in
    is_disabled integer not null default 0 check (is_disabled in (0, 1)),
    deputy integer references deputy,                -- whose account: for leads and findings, never to vote
    unit integer references unit,
    constraint account_username unique (username),
    constraint account_deputy unique (deputy)
) strict;
INSERT INTO account VALUES(1,'qinghe-clerk','演示工作人员 001','argon2id-19456-2-1$dac50e27530e211e631a3f895714344d$746f48d48b44d00b384736e6e16fb1cd892f07aa196c8aa3eb1d99450ab77c18',0,NULL,NULL);
INSERT INTO account VALUES(2,'qinghe-chief','演示总监票人 001','argon2id-19456-2-1$01aab8efddf17e90854e22f3d3c29223$c32d805f12632e366d79886144e82d713e8d132615568375d754094c888a3846',0,NULL,NULL);
INSERT INTO account VALUES(3,'qinghe-scrutineer','演示监票人 001','argon2id-19456-2-1$4449bee56e815f2ad12f5243cd39f9e2$5fdffd77a6595ad57bf2d4f49cc03522c9426c5ee77bf7317ad37130deb3c51a',0,NULL,NULL);
INSERT INTO account VALUES(4,'qinghe-scrutineer-2','演示监票人 002','argon2id-19456-2-1$2ca0eb1be7b99dfe55988f27854b84f7$404078331a9ead30256915b81d01e79e44a018542454c5b97107dafd850a8073',0,NULL,NULL);
INSERT INTO account VALUES(5,'qinghe-teller','演示计票人 001','argon2id-19456-2-1$224a4d3d251a413ed2edbcbd6f9e00f4$5e8640a00213780dccf0334a222a0ab7933361a7a6f2f6d591cfa0c9dbfba4c4',0,NULL,NULL);
INSERT INTO account VALUES(6,'qinghe-publisher','演示发布人 001','argon2id-19456-2-1$fb29c7930a16d2e4c5fd1b1a3660e3b2$8e2fde33b2e37c1af80580d1ee48bacdcaf05fe321d03d09578de00796b0226c',0,NULL,NULL);
INSERT INTO account VALUES(7,'township-clerk','演示工作人员 001','argon2id-19456-2-1$a7ab037c20f44b9d8384fabbaaac1772$a729506d61c51748a0d5cd908f6bc056a83a680f42f756086b02f8f414734c60',0,NULL,NULL);
INSERT INTO account VALUES(8,'township-chief','演示总监票人 001','argon2id-19456-2-1$605dc6bc244a502ded00a64536aa46ea$50ea9b542f74461dc70cb4005cb4b7eaa7740af84bbcb931c51d6201327c836a',0,NULL,NULL);
INSERT INTO account VALUES(9,'township-scrutineer','演示监票人 001','argon2id-19456-2-1$c4b4a837e5452b696f4b4297e79b3904$88501313f94401222a230638519552726bf9efada67ae43401f49cf292342ed9',0,NULL,NULL);
INSERT INTO account VALUES(10,'reader','演示地区人大工委 001','argon2id-19456-2-1$9b9a165112008ef8a39fb5db97df54a2$995237a31c66774788fc3fa0a55bc37c91726efe29a9ffcaa482925528a3639f',0,NULL,NULL);
INSERT INTO account VALUES(11,'admin','演示系统管理员 001','argon2id-19456-2-1$bc575e81ca3a3a7083426972a127a0c5$b66a5c4e2599f656385d00f60910e78fef64037085be4b69348768fb66ef997a',0,NULL,NULL);
INSERT INTO account VALUES(12,'qinghe-teller-2','演示计票人 002','argon2id-19456-2-1$0eec2f1f1ca22a6cbf285ef2b5ba01e1$731fd442f88ca7aeee049ae72a9e5ef106fcbb90b7a05dd98c030a3807318400',0,NULL,NULL);
INSERT INTO account VALUES(13,'prefecture-clerk','演示地区人大工委记录员 001','argon2id-19456-2-1$edad1a96b5f07b0709d0ff8da02a656c$5534a018ddfe95c1e9b09a5a436f67c61c56e8230cac0220e0359dd678082fc1',0,NULL,NULL);
INSERT INTO account VALUES(14,'prefecture-clerk-2','演示地区人大工委记录员 002','argon2id-19456-2-1$967f61a71670d2cfe7da3ea1b11dde0e$ca83ba7f759b0aa0431621589d675e9d8005a39475ce0487ae5b2fd099fe58a6',0,NULL,NULL);
INSERT INTO account VALUES(15,'qinghe-d1','代表 001','argon2id-19456-2-1$618366afa6a8834dab1aa4aff74228e4$c7871a198a23cf300594259c16071d21c23c8b435a83ac7fc3cc01ec057b591c',0,1,NULL);
INSERT INTO account VALUES(16,'qinghe-d2','代表 002','',0,2,NULL);
INSERT INTO account VALUES(17,'qinghe-d3','代表 003','',0,3,NULL);
INSERT INTO account VALUES(18,'qinghe-d4','代表 004','',0,4,NULL);
INSERT INTO account VALUES(19,'qinghe-d5','代表 005','',0,5,NULL);
INSERT INTO account VALUES(20,'qinghe-d6','代表 006','',0,6,NULL);
INSERT INTO account VALUES(21,'qinghe-d7','代表 007','',0,7,NULL);
INSERT INTO account VALUES(22,'qinghe-d8','代表 008','',0,8,NULL);
INSERT INTO account VALUES(23,'qinghe-d9','代表 009','',0,9,NULL);
INSERT INTO account VALUES(24,'qinghe-d10','代表 010','',0,10,NULL);
INSERT INTO account VALUES(25,'qinghe-d11','代表 011','',0,11,NULL);
INSERT INTO account VALUES(26,'qinghe-d12','代表 012','',0,12,NULL);
INSERT INTO account VALUES(27,'qinghe-d13','代表 013','',0,13,NULL);
INSERT INTO account VALUES(28,'qinghe-d14','代表 014','',0,14,NULL);
INSERT INTO account VALUES(29,'qinghe-d15','代表 015','',0,15,NULL);
INSERT INTO account VALUES(30,'qinghe-u1','演示责任单位人员 001','argon2id-19456-2-1$ee4da8c9386068a91eb6fdc7a11b2d4b$223b1ee4e49fe481755cf88ada83f2adb47bc2ab664e62ba315a4a0ca0ab222f',0,NULL,1);
INSERT INTO account VALUES(31,'qinghe-u2','演示责任单位负责人 001','argon2id-19456-2-1$a84beb0de8016620f605eb5e48e1ab1c$ae72d36cb8ac946db1ed00a9117cd2c0c2e3f526fd230dfca7fa6398b90bbfb4',0,NULL,1);
CREATE TABLE invitation (                            -- a printed slip for the first sign-in; gone when used
    account integer primary key references account,
    code_hash blob not null check (length(code_hash) = 32),      -- keyed hash of its fifteen digits
    expires_at integer not null,
    constraint invitation_code unique (code_hash)
) strict;
INSERT INTO invitation VALUES(16,X'87b0ea7fe4f931d427c8627fed64e5f5f329cb78e211710af34e4a3d899b1c38',1798630067996);
INSERT INTO invitation VALUES(17,X'bdb095486942bc28739cc99e59f20998397e9bbeedffab7095d8c64763b10ec5',1798630067996);
INSERT INTO invitation VALUES(18,X'17c5a86bbb4a1a43b74e786ec5f94efe153736206135629b3aba7a34a2f13f49',1798630067996);
INSERT INTO invitation VALUES(19,X'db3185587a68ca8296e5d85456855c33b67a4518c58cf1c701962535187b795c',1798630067996);
INSERT INTO invitation VALUES(20,X'0618577b2a9ec52b6042996c12377b76002ebea27a056c32d9a4b1be7cb1ca99',1798630067996);
INSERT INTO invitation VALUES(21,X'c756db2e458fae74cca4d105b96f0232cba36c16ab39001779ad92f684a83d33',1798630067996);
INSERT INTO invitation VALUES(22,X'25e3eaa22b6aeb43fd298921c759cb178a96d89c3fa9b55cef8558cd0f1e52b2',1798630067996);
INSERT INTO invitation VALUES(23,X'4377cbdcd6442f1dc4f11d60964160cdd968affb719a43fe1612b3526f8b773f',1798630067996);
INSERT INTO invitation VALUES(24,X'1bfd1f8eb0fae6eb3fb0f0e3a630d764d87e71ffce496c5f2884abf4ee044360',1798630067996);
INSERT INTO invitation VALUES(25,X'28bdb85df7b9cb8d88cd385621f271261047c0a681ccb1497ee4e75c80614cb6',1798630067996);
INSERT INTO invitation VALUES(26,X'c7e769a4afdd210afefead762f419e8f052781d5acba296a8173db7d5744d24c',1798630067996);
INSERT INTO invitation VALUES(27,X'7981b672174b63d36c902f8162f432af14f4d9dbf2182023ae588b0e8c4c65f3',1798630067996);
INSERT INTO invitation VALUES(28,X'303ad907fab32c1d3181fa1689e2e28b67f103904ea436364555881b8eb2da34',1798630067996);
INSERT INTO invitation VALUES(29,X'04f6b02a5367077790a56f08f3fecd68bbe48fd831bda93ff26d433bc7d12728',1798630067996);
CREATE TABLE account_role (
    account integer not null references account,
    role text not null check (role in ('clerk', 'chief_scrutineer', 'scrutineer', 'teller',
        'publisher', 'deputy', 'unit_staff', 'unit_head', 'prefecture_reader', 'prefecture_clerk',
        'administrator')),
    congress integer references congress,            -- null for roles of the prefecture
    constraint account_role_place check
        ((role in ('prefecture_reader', 'prefecture_clerk', 'administrator')) = (congress is null)),
    constraint account_role_once unique (account, role, congress)
) strict;
INSERT INTO account_role VALUES(1,'clerk',6);
INSERT INTO account_role VALUES(2,'chief_scrutineer',6);
INSERT INTO account_role VALUES(3,'scrutineer',6);
INSERT INTO account_role VALUES(4,'scrutineer',6);
INSERT INTO account_role VALUES(5,'teller',6);
INSERT INTO account_role VALUES(6,'publisher',6);
INSERT INTO account_role VALUES(7,'clerk',56);
INSERT INTO account_role VALUES(8,'chief_scrutineer',56);
INSERT INTO account_role VALUES(9,'scrutineer',56);
INSERT INTO account_role VALUES(10,'prefecture_reader',NULL);
INSERT INTO account_role VALUES(11,'administrator',NULL);
INSERT INTO account_role VALUES(12,'teller',6);
INSERT INTO account_role VALUES(13,'prefecture_clerk',NULL);
INSERT INTO account_role VALUES(14,'prefecture_clerk',NULL);
INSERT INTO account_role VALUES(15,'deputy',6);
INSERT INTO account_role VALUES(16,'deputy',6);
INSERT INTO account_role VALUES(17,'deputy',6);
INSERT INTO account_role VALUES(18,'deputy',6);
INSERT INTO account_role VALUES(19,'deputy',6);
INSERT INTO account_role VALUES(20,'deputy',6);
INSERT INTO account_role VALUES(21,'deputy',6);
INSERT INTO account_role VALUES(22,'deputy',6);
INSERT INTO account_role VALUES(23,'deputy',6);
INSERT INTO account_role VALUES(24,'deputy',6);
INSERT INTO account_role VALUES(25,'deputy',6);
INSERT INTO account_role VALUES(26,'deputy',6);
INSERT INTO account_role VALUES(27,'deputy',6);
INSERT INTO account_role VALUES(28,'deputy',6);
INSERT INTO account_role VALUES(29,'deputy',6);
INSERT INTO account_role VALUES(30,'unit_staff',6);
INSERT INTO account_role VALUES(31,'unit_head',6);
CREATE TABLE sign_in (                               -- a signed-in browser; voting needs none
    token_hash blob primary key check (length(token_hash) = 32),
    account integer not null references account,
    created_at integer not null,
    seen_at integer not null
) strict, without rowid;
INSERT INTO sign_in VALUES(X'170f48f09904fd99ed7838dbc787220994d2fbbda47c1087d7df4d56ad0a8c28',30,1796038068048,1796038068048);
INSERT INTO sign_in VALUES(X'40b48bcdbe12f0106b8f68b7080f4f2f3e50c2986445c6307ff7316d4ffa51e9',15,1796038068017,1796038068017);
INSERT INTO sign_in VALUES(X'476b92c44babf4205cc230ef209f47c4c4dd9e2154f0f1ce6be3576dba0f13be',1,1796038067978,1796038067978);
INSERT INTO sign_in VALUES(X'4a6628049a8096f3b420ae100befaed62795702d4f6d41512ec4cf6f05d6218c',8,1796038067917,1796038067917);
INSERT INTO sign_in VALUES(X'57d135b347107ef5cd4ffa0885382459124ae0226a54960f7b1fc8a57909f65c',31,1796038068080,1796038068080);
INSERT INTO sign_in VALUES(X'5dd405c845f100df428428cfe0f2db2bf1f4fea5e3e6566ec2343a47a32d23f0',1,1796038067620,1796038067620);
INSERT INTO sign_in VALUES(X'8d4b0135dbc5b75d672f606db5fd2da4a534cae225541195278efce0482546e2',2,1796038067638,1796038067638);
INSERT INTO sign_in VALUES(X'feb3fc955dc8daf84e2bcedd1ea0ef7b390a523dce69fff24decc0bb7cc90090',7,1796038067900,1796038067900);
CREATE TABLE call (                                  -- whether it is open is for the calendar to say
    id integer primary key,
    congress integer not null references congress,
    year integer not null,                           -- for which projects are sought
    title text not null,
    scope text not null,
    excluded text not null,                          -- what does not belong here, and where it goes
    regions text not null default '',                -- to choose from, one a line; none: typed freely
    opens_on text not null,
    closes_on text not null,                         -- the last day, itself included
    constraint call_period check (opens_on <= closes_on)
) strict;
INSERT INTO call VALUES(1,6,2026,'2026 年民生实事项目征集','道路桥梁、饮水灌溉、牧道、供暖照明、教育、医疗、养老、住房和小区、环境卫生、文化体育等当年能办成、多数群众受益的事。','投诉举报请到信访局，诉讼请到人民法院，个人低保、户籍等事项请到乡镇便民服务中心。上级已经安排资金的项目不重复征集。','','2025-09-01','2025-10-10');
INSERT INTO call VALUES(2,6,2027,'2027 年民生实事项目征集','道路桥梁、饮水灌溉、牧道、供暖照明、教育、医疗、养老、住房和小区、环境卫生、文化体育等当年能办成、多数群众受益的事。','投诉举报请到信访局，诉讼请到人民法院，个人低保、户籍等事项请到乡镇便民服务中心。上级已经安排资金的项目不重复征集。','','2026-11-23','2026-12-30');
INSERT INTO call VALUES(3,56,2026,'2026 年民生实事项目征集','道路桥梁、饮水灌溉、牧道、供暖照明、教育、医疗、养老、住房和小区、环境卫生、文化体育等当年能办成、多数群众受益的事。','投诉举报请到信访局，诉讼请到人民法院，个人低保、户籍等事项请到乡镇便民服务中心。上级已经安排资金的项目不重复征集。','','2025-09-01','2025-10-10');
INSERT INTO call VALUES(4,56,2027,'2027 年民生实事项目征集','道路桥梁、饮水灌溉、牧道、供暖照明、教育、医疗、养老、住房和小区、环境卫生、文化体育等当年能办成、多数群众受益的事。','投诉举报请到信访局，诉讼请到人民法院，个人低保、户籍等事项请到乡镇便民服务中心。上级已经安排资金的项目不重复征集。','','2026-11-23','2026-12-30');
CREATE TABLE lead (                                  -- a wish as it was handed in; never rewritten
    id integer primary key,
    congress integer not null references congress,
    year integer not null,
    call integer references call,
    origin text not null check (origin in ('resident', 'station', 'letter', 'phone', 'deputy_visit',
        'proposal', 'unselected', 'deputy', 'unit')),
    origin_ref text not null default '',             -- proposal's number, station, last year's project
    region text not null,
    kind text not null,
    what text not null,
    place text not null default '',
    received_at integer not null,
    account integer references account,              -- who handed it in; null for a resident
    number text,                                     -- in the office's own book, for what it wrote down
    receipt text,                                    -- sixteen digits; whoever has them may follow it
    form_hash blob check (length(form_hash) = 32),   -- of the form, so that sending twice is one lead
    split_from integer references lead,              -- a part has no receipt but its whole's
    stage text not null check (stage in ('received', 'merged', 'taken_up', 'declined', 'handed_over')),
    merged_into integer references lead,
    told text not null default '',                   -- why declined, or where handed over: published
    has_picture integer not null default 0 check (has_picture in (0, 1)),
    constraint lead_number unique (congress, year, number),
    constraint lead_receipt unique (receipt),
    constraint lead_form unique (form_hash),
    constraint lead_followed check ((receipt is null) = (split_from is not null)),
    constraint lead_merged check ((stage = 'merged') = (merged_into is not null)),
    constraint lead_told check ((stage in ('declined', 'handed_over')) = (told <> ''))
) strict;
INSERT INTO lead VALUES(1,6,2026,1,'station','萨尔托海乡家站','萨尔托海乡','pasture','春秋转场的牧道被洪水冲断多处，牲畜过不去，请修牧道','萨尔托海至夏牧场',1756699200000,1,'001','9313231022439502',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(2,6,2026,1,'resident','','查干郭勒乡','pasture','转场牧道坑洼严重，去年摔死过羊，希望修一修','查干郭勒沟口',1756785600000,1,'002','1616078016460331',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(3,6,2026,1,'resident','','查干郭勒乡','pasture','转场的牧道坑洼太多，摔死过羊，请修一修','查干郭勒沟口',1756872000000,1,'003','8581573112532898',NULL,NULL,'merged',2,'',0);
INSERT INTO lead VALUES(4,6,2026,1,'deputy_visit','','阿热勒镇','pasture','牧道沿途没有饮水点，牲畜两天喝不上水','阿热勒镇北段',1757044800000,1,'004','1020003294307499',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(5,6,2026,1,'proposal','第23号','萨尔托海乡','pasture','关于加快转场牧道建设的建议','',1757131200000,1,'005','0618610418285554',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(6,6,2026,1,'resident','','萨尔托海乡','pasture','牧道上的便桥没有护栏，夜里赶羊危险','三号便桥',1757304000000,1,'006','9749518408856180',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(7,6,2026,1,'resident','','阿热勒托别镇','water','冬天水管冻住，一停水就是好几天，请把管子埋深一点','镇东三组',1756699200000,1,'007','2923678423515366',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(8,6,2026,1,'resident','','阿热勒托别镇','water','水管冬天冻住，停水好几天，请把水管埋深','镇东三组',1756785600000,1,'008','7410144780476722',NULL,NULL,'merged',7,'',0);
INSERT INTO lead VALUES(9,6,2026,1,'station','阿尕什敖包乡家站','阿尕什敖包乡','water','自来水发黄，泵房设备旧，请换管网','乡政府以西',1756958400000,1,'009','8680000522412244',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(10,6,2026,1,'phone','','阿尕什敖包乡','water','入户水表坏了没人换，水压也不够','二村',1757390400000,1,'010','5580112217803486',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(11,6,2026,1,'letter','','阿热勒托别镇','water','联名请求更换老旧供水管网，共32户','镇南老街',1757649600000,1,'011','1844157950898370',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(12,6,2026,1,'unselected','2025年农村饮水二期','阿热勒托别镇','water','上年未入选的饮水管网二期请继续列入','',1757908800000,1,'012','9492040617469514',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(13,6,2026,1,'deputy_visit','','塔克什肯镇','health','看病要跑县城，希望镇卫生院能让县里的医生远程看片子','塔克什肯镇卫生院',1756785600000,1,'013','7018347698029728',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(14,6,2026,1,'resident','','阿格达拉镇','health','卫生院没有心电图机，老人胸闷要跑两小时','阿格达拉镇卫生院',1757217600000,1,'014','2158061666663288',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(15,6,2026,1,'unit','县卫生健康委员会','全县','health','建议统一为乡镇卫生院配备远程会诊终端','8个乡镇卫生院',1757476800000,1,'015','3514383148582830',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(16,6,2026,1,'deputy','','全县','health','卫生院问诊要有懂哈萨克语和汉语的人帮忙','',1757995200000,1,'016','5724413450571298',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(17,6,2026,1,'resident','','塔克什肯镇','roads','学校门口车开得太快，请装减速带和路灯','中心小学门口',1756699200000,1,'017','8476288512410965',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(18,6,2026,1,'resident','','塔克什肯镇','roads','中心小学门口车太快，要减速带','中心小学门口',1756872000000,1,'018','5176506285096277',NULL,NULL,'merged',17,'',0);
INSERT INTO lead VALUES(19,6,2026,1,'station','阿格达拉镇家站','阿格达拉镇','roads','村道急弯没有护栏，下雪后翻过车','五公里急弯',1757044800000,1,'019','5485158808898119',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(20,6,2026,1,'letter','','阿格达拉镇','roads','村道破损，救护车进不来，请修补路面','四村至镇区',1757563200000,1,'020','2526897899057589',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(21,6,2026,1,'proposal','第41号','塔克什肯镇','roads','关于整治农村道路安全隐患的建议','',1757736000000,1,'021','1964999890803767',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(22,6,2026,1,'resident','','塔克什肯镇','roads','冬天路面结冰，坡上请装护栏','北坡',1758340800000,1,'022','4912343581351672',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(23,6,2026,1,'resident','','青河镇','education','孩子住校吃不上热饭，食堂请改造一下','县寄宿制小学',1756958400000,1,'023','5727533184086124',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(24,6,2026,1,'resident','','阿热勒托别镇','education','学校食堂地方小，孩子要站着吃','镇寄宿制学校',1757131200000,1,'024','2161268803370886',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(25,6,2026,1,'unit','县教育局','全县','education','建议改造5所寄宿制学校食堂并接入明厨亮灶','',1758168000000,1,'025','0316141661656175',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(26,6,2026,1,'resident','','青河镇','energy','背街小巷没有路灯，晚上回家不敢走','团结路背后',1756785600000,1,'026','9420247287710667',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(27,6,2026,1,'resident','','青河镇','energy','小巷子晚上没有路灯，走路害怕','团结路背后',1756872000000,1,'027','8271620158846578',NULL,NULL,'merged',26,'',0);
INSERT INTO lead VALUES(28,6,2026,1,'phone','','青河镇','energy','巷子里的路灯坏了大半年，请换新的','文化西巷',1757390400000,1,'028','6395820927141695',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(29,6,2026,1,'station','青河镇家站','青河镇','energy','老旧小区外的小巷请装节能路灯','光明社区',1757822400000,1,'029','3830781413578581',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(30,6,2026,1,'deputy_visit','','青河镇','care','日间照料中心希望中午能吃饭','友谊社区',1757044800000,1,'030','8031437977107540',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(31,6,2026,1,'resident','','青河镇','care','照料中心的厕所没有扶手，老人滑倒过','友谊社区',1758081600000,1,'031','7251074487728046',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(32,6,2026,1,'resident','','青河镇','energy','城郊还在烧煤炉，希望接上集中供暖','城郊三组',1757131200000,1,'032','3260240000892800',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(33,6,2026,1,'letter','','青河镇','energy','希望集中供暖延伸到城郊片区','城郊片区',1758254400000,1,'033','6246659960382509',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(34,6,2026,1,'station','查干郭勒乡家站','查干郭勒乡','other','夏牧场没有信号，生病打不了电话','夏牧场',1757304000000,1,'034','7103287578427498',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(35,6,2026,1,'deputy','','查干郭勒乡','other','夏牧场通信要补上，转场时联系不到人','夏牧场',1758427200000,1,'035','4603059565829771',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(36,6,2026,1,'resident','','青河镇','other','楼上漏水，物业不管，请处理','演示小区3号楼',1757217600000,1,'036','8625866968518075',NULL,NULL,'handed_over',NULL,'县住房和城乡建设局物业管理办公室',0);
INSERT INTO lead VALUES(37,6,2026,1,'resident','','青河镇','other','土地承包合同纠纷已经在打官司，请帮忙','',1757476800000,1,'037','9223583426520591',NULL,NULL,'handed_over',NULL,'县人民法院（诉讼事项不在征集范围）',0);
INSERT INTO lead VALUES(38,6,2026,1,'phone','','塔克什肯镇','other','举报有人占用村集体草场','',1757563200000,1,'038','6200973393601433',NULL,NULL,'handed_over',NULL,'县信访局',0);
INSERT INTO lead VALUES(39,6,2026,1,'resident','','青河镇','culture','请建一座游泳馆','',1757649600000,1,'039','8479173358768417',NULL,NULL,'declined',NULL,'投资约3000万元，超出本年度财力，且当年不能建成。已转县文化体育广播电视和旅游局研究。',0);
INSERT INTO lead VALUES(40,6,2026,1,'resident','','阿热勒镇','roads','省道加宽成四车道','省道沿线',1757908800000,1,'040','7090541395286121',NULL,NULL,'declined',NULL,'省道由上级统一规划建设，不列入县级民生实事项目。',0);
INSERT INTO lead VALUES(41,6,2026,1,'resident','','青河镇','environment','每家发一台净水器','',1758513600000,1,'041','6963299463571821',NULL,NULL,'declined',NULL,'直接发放物品不属于公共建设项目；饮水水质问题已由饮水管网项目解决。',0);
INSERT INTO lead VALUES(42,6,2026,1,'resident','','阿尕什敖包乡','environment','村里的垃圾两周才拉一次，请增加垃圾箱','二村',1758600000000,1,'042','9745445396360060',NULL,NULL,'received',NULL,'',0);
INSERT INTO lead VALUES(43,6,2026,1,'resident','','塔克什肯镇','culture','村文化室冬天没有暖气','三村',1758772800000,1,'043','2489004641145861',NULL,NULL,'received',NULL,'',0);
INSERT INTO lead VALUES(44,6,2026,1,'station','阿格达拉镇家站','阿格达拉镇','water','支渠漏水，下游浇不上地','二支渠',1758859200000,1,'044','3156591706835358',NULL,NULL,'received',NULL,'',0);
INSERT INTO lead VALUES(45,6,2026,1,'resident','','阿热勒镇','safety','河边请装防护栏，去年有孩子落水','河坝',1759032000000,1,'045','5399576781838424',NULL,NULL,'received',NULL,'',0);
INSERT INTO lead VALUES(46,56,2026,3,'station','江布塔斯家站','江布塔斯片区（演示）','pasture','村组牧道落石多，请清理和平整','江布塔斯沟',1756785600000,7,'001','2199598667616397',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(47,56,2026,3,'resident','','江布塔斯片区（演示）','pasture','便桥木板烂了，过牲畜危险','一号便桥',1756958400000,7,'002','5904721480920154',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(48,56,2026,3,'resident','','江布塔斯片区（演示）','pasture','便桥的木板都烂了，牲畜过桥危险','一号便桥',1757044800000,7,'003','0585306323234187',NULL,NULL,'merged',47,'',0);
INSERT INTO lead VALUES(49,56,2026,3,'deputy_visit','','江布塔斯片区（演示）','pasture','牧道窄，两群羊会不开','江布塔斯沟',1757131200000,7,'004','3703162085039894',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(50,56,2026,3,'resident','','全乡','other','办事大厅看不懂表格，希望有双语的人帮忙填','便民服务中心',1757304000000,7,'005','7706226707665942',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(51,56,2026,3,'deputy','','全乡','other','便民服务中心要有双语导办','便民服务中心',1757390400000,7,'006','5408135440606321',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(52,56,2026,3,'unit','乡便民服务中心','全乡','other','建议配自助终端2台','便民服务中心',1757563200000,7,'007','0679464878523640',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(53,56,2026,3,'resident','','三村（演示）','water','饮水点冬天冻住，要用火烤','三村饮水点',1756872000000,7,'008','4316627144943175',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(54,56,2026,3,'phone','','四村（演示）','water','饮水点阀门冻裂了','四村饮水点',1757217600000,7,'009','6275771938302276',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(55,56,2026,3,'unselected','2025年饮水点保温','全乡','water','上年未入选的饮水点保温请继续列入','',1757736000000,7,'010','6582265388778853',NULL,NULL,'taken_up',NULL,'',0);
INSERT INTO lead VALUES(56,56,2026,3,'resident','','二村（演示）','other','邻居占了我家院墙','',1757822400000,7,'011','3905364952177138',NULL,NULL,'handed_over',NULL,'乡司法所（矛盾调解）',0);
INSERT INTO lead VALUES(57,56,2026,3,'resident','','二村（演示）','other','给每户发一头牛','',1757995200000,7,'012','2443284798714797',NULL,NULL,'declined',NULL,'直接发放物品不属于公共建设项目。产业扶持请向乡农业发展服务中心咨询。',0);
INSERT INTO lead VALUES(58,56,2026,3,'resident','','四村（演示）','culture','村里想要一个篮球架','四村',1758340800000,7,'013','3576115083323236',NULL,NULL,'received',NULL,'',0);
CREATE TABLE lead_contact (                          -- apart, so that it can be forgotten by itself:
    lead integer primary key references lead,        -- deleted congress.contact_days after receiving
    contact text not null check (contact <> ''),
    received_at integer not null
) strict;
CREATE TABLE IF NOT EXISTS 'lead_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO lead_words_data VALUES(1,X'3a8a76');
INSERT INTO lead_words_data VALUES(10,X'00000000ff0000010102030002010102010100002d020101020200000d');
INSERT INTO lead_words_data VALUES(137438953473,X'00000dc40c3036783230323678323032350c0c03e5b9b40c090133050a03e58fb705080133240901320b0a03e688b70b0903e58fb72408023431150a03e58fb715080135190903e68980190801380f0903e4b8aa0f0807c2a76b636172651e010c06756c7475726527040b09656475636174696f6e1701010c056e657267791a01010103010d097669726f6e6d656e7429010b066865616c74680d0101010b056f7468657222010101010b07706173747572650101010101010b05726f616473110101010101120b067361666574792d0b057761746572070101010101200a076f6465707574791013110576697369740409110b066c65747465720b090d0b0570686f6e650a120a0c07726f706f73616c05100b087265736964656e7402010301010603010401010201040104010201010101020b0773746174696f6e01080a0a050a0b04756e69740f0a0d0873656c65637465640c0806e4b880e4b88b170d01ba0f0c02bfae02010b03e5819c070c028fb0290c02baa7270b03e6aca12a0b03e782b9070a0489e58fb7060b03e69d912b0b03e7bb840701180a018a230b03e59b9e1a0c029cb02c0c02b9b40c0b03e6b0b4040c02b2a11b0c02bc8f240b03e783ad170c029a84060b03e8afb7160b03e99b86200a018b170b03e6b8b82c0b03e99baa130a048de4b88a0413150c02ba86220b03e588b0230c028ebb010c02a49f0a0b03e695a21a0c029da5140b03e7aea1240a049ae4b88d240a049ce4b88907010a04a4e591a82a0c02a4a9040c02b08f0e0a04a5e9878d020a04aae4b9a10f0a04ade4be9b20010b03e58d881e0c02bf8311010c010a04bae4b9a10f0a04bee68aa5260905b99fe4b88d0a0a01a1010101020103011801070b03e5aeb60108190b03e694bf090b03e995870f0905ba86e5a4a71c0b03e6b2a10a0b03e794b5220a048ce694af2c0c029c9f0c0c029d910a200a048ee58aa0050b03e695b4150a0494e585ac130a04aee781b6190a01ba230b03e58da0260c02b8ae100b03e68da20a0c02bb911f0b03e883b80e0905bb80e695960901200b03e882af0d0401030110050a04a5e8a5bf090902bc9a0f0b03e8af8a0f0a04b8e588b0210902bd8f07010b03e6a0a1170a0493e88d89260905be9be69a9620010c02b0b40b0a04bfe6a1a5060905bfa1e58fb7220b03e8a681230a01ae02010b03e4b88002010b03e789a7010b03e8a1a5140806e58092e8bf871f0905819ce6b0b407010a04a5e5bab70f09058589e6988e1d0a048be4bb800d0401030110050b03e8afad100a01a50c0b03e688b70a0c02988e190b03e980890c0a04a8e58ebf0f01090b03e99a90150a04ace9878c130a01b10b0b0233320b0a04b3e4ba8e05100905869ce69d910c090a04ace5a4a907010e150a01b0160a04b2e696ad010a04bbe4bd8f070109058780e6b0b4290a048fe9809f11010a04a0e5a4a9070109058897e585a50c0a04abe99587070103010c0a04b0e4baba230b03e59f8e210a04b6e5ada618010c02b08f1709058aa0e59e832a0c02aebd280c02bfab0509058b92e4b9a102011f010b03e68998070103010c0c02b29f02010b03e9958704240509058c85e4b9a10901200b03e59088250a0496e5aea42b0b03e8a5bf1c0a0497e59da1160b03e6aeb5040a01ba1409010102030b0133240b03e5a4961d0a04bbe7949f0d09058d88e883bd1e0a048ae5b9b41c0a0497e880810b0a04a0e794a8260a04abe7949f0d0101010a04b1e999a90609058e8be4b99f0a0a0495e689801f0a04a8e4baae190a01bb010b03e5b9b4022b0a01bf0f01090b03e58dab0f0c029f8e0d0c02af84170b03e69599190b03e9878c0d09058f8be8b08a1e010a0491e4b880290b03e9bb84090a01a302010e010b03e8bda611010a04b0e58780290a01b705100d0b03e4bebf060b03e6a5bc240a01b82509029083180b03e4b88d170b03e9a5ad1e0a0488e5908c250a048ce7baa0250a048de8afb70b0a018e1a010b03e7bfbb1309059198e4bc9a0f0a04a8e6898d2a0905928ce6b189100b03e8b7af1109059388e890a8100905969de4b88d04090299a82909059b9be69d91140b03e8bda6280a049ee5aeb61a0a04a2e7bb931a010a04bee69cba0e09059c9fe59cb0250a04a8e68993250b03e783a7200a01b02c0b03e689bf250c0296b9180a01ba012101030b03e697b6230c02b2a1220b03e789a702030c029a8401020b03e9809a230a04bee4b8a42a0b03e7aeb12a09059d8fe4ba860a120a0491e6b4bc02010a019d2d0a01a1160b03e4b88a1609059e83e59cbe2a09059f8be6b7b107010a018e0d0b03e9838a20010905a082e59cb0180c02b9b6190b03e8afb7170905a194e5858b0d0401030110050905a29ee58aa02a0902a484010b03e79086240a0487e697a7090b03e8bf9c0f0a048fe789a70121010a0496e79a841d0a019a030b03e5a484010a049ce9878c060a019f0a0a04a7e58d8a1c0a01a907010b03e586bb080c02969d040b03e6b0b4070c02b2a12b0b03e8b7af160a04aae5a49a030c02bfab11010905a5bde587a007010905a794e591980f0902ad900d0b03e4bd8f170b03e59f8b070b03e6999a1b0b03e890bd2d0c02a681180b03e9878c1c0a01a6170b03e6a0a11107010b03e997a811010a04a9e5ad901701150905ae89e585a8150a0498e58fb8250a04a4e586ac2b0a04b3e680951b0a04b6e4b88d1a0b03e58f91290b03e7ab9901080a0a050a0a04bde68890280a04bfe588b61701010905af84e5aebf1701010902b08f180b03e58cba1d070c02ada61101050c02b7b71a01020b03e697b60e0a0494e689980104010a0495e4bb800901200a04b1e698af070902b180190905b7b2e7bb8f250a01b71c0b03e5ad901b010b03e6b2a11a0b03e8afb71d0905b88ce69c9b020b1102010a01a6120b03e5928c110a04aee5bf9910150905b9b2e983ad02011f010a01b41c0b03e5869c0c0b03e69194020c029c892d0d01aa0c0a04b6e68ea5190905ba9ce4bba5090a04a7e6b8b8270a04b7e5a7940f0905bbb6e4bcb8210a04bae4b880270b03e8aeae050a06040d01be050905bc80e5be97110a01af130b03e6b2a1130905be97e5a4aa110905bf83e5b08f11010c02b88c1e0b03e794b50e0c029a841f0a019910150a01ab11010b03e8bdac050803e680951b0a04a5e5bcaf13090582a3e79a841509058782e593881009058890e59b9b280a01b70b0b03e6b0b40a0a04bfe8aebe0909058980e5af84190b03e6b2a11f0a018b1f0a048de68b892a0a0493e4b88d220b03e5ae98250a0498e588ab070103010c0b03e6b5b70104010a04b6e6898b1f0a04bfe58c852509058a8ae6b0b4080b03e7aea1070a04a4e6a08f060d03170b03e8bda6140a04a5e69c892609058b89e4b8802a0b03e995870e05011809028d9f140a01a20a0b03e696b01c0b03e7aea1090b03e880810b09058ea5e4b88a200b03e585a51909059194e6adbb0201090594afe6b8a02c0a04b9e980a017020a04bfe5ba9c0909059591e68aa4140a0496e58c850901200a0499e882b2190a04a2e8b5b01a0a04b4e6b2bb1509059687e58c961c0f0a0499e4b8ad1e010a04ade5a49a010a04b0e79a841c0a04b9e5b08f18090597a5e997b41e0a01a7090b03e4be9b0b0b03e5b08f1d0a01b60e0b03e88194230905988ee58ea8190b03e7a4be1d0a04a5e7a78b010a04afe5a5bd070905999ae4b88a1a0109029a96200b03e5bbb6210b03e6b0942b09059bb4e68da20b09059c89e4baba260c02bfa1220b03e5ada92d0c02bf830e0b03e68782100c0289b61f0c028aa4060d0c029a962b0b03e8b7af1a010b03e9a5ae040a049be4b8ad1e0c02bfae020b03e68ea5200b03e995870d0c029b86210a019f0c0b03e8afb70c0a04aae585a50c0a01ba0e09029d910a20010b03e696872b0b03e887b3140b03e981931301010c02878c2a0c029b86260c02a5ae0c0a01a5140b03e6b0b40909059fa5e5b9b202011f010902a08f060d03170a01a1180b03e59083170b03e997a8110c02a39f18010a04bce8bebe0e0501180902a1a5060b03e6b2a1060902a5bc240b03e4b88a240902aca12a0905adbbe8bf8702010902aeb5040905af8fe5aeb6290902b0942b0a01b4042008010b03e4ba8c0c0b03e586b2010c028e8b0a0c028f91090c0299a8290c02a5bd080c02b0b1070b03e782b9040c02aea1070103010b03e8a1a80a0905b182e69bb40b0a0489e8afad100905b29fe58fa302010a04a1e4baba0a0b03e69c890402080507010403090a04b3e59d9d2d0b03e8beb92d0b03e99587170301010101010101030102020a04bbe5869c150a04bfe7babf280b03e98094040905b3b3e9a686270a04b5e688bf090905b4aae6b0b4010a04bce4b8a5020b03e5a4aa030905b587e4b88d2c0a04b7e4b9a10104010b03e887b3010902b7b1080b03e4b880070902b8a02c0b03e6bc8f2c0a04b8e6b3b3270c02b5872c0905bb91e580921f0905bc8fe6b0b424080a0494e7a4ba240803e781af110901020b03e59d8f1c0a01b61909028289200a01b90403090583a7e785a4200a04ade58b9204030103010c10050b03e9a5ad17090585a4e78289200a04a7e696991e0109058987e58cba210c02ad900d0a04a7e59cba0121010b03e981930101010101010a04a9e4b89a240a04b2e7959c010309029086240905949fe581a50f0b03e79785220b03e8bf9c0d0b03e999a20d0101010a04a8e69d91260a04b5e59bbe0e0b03e8af9d220905959ce4b8a4040b03e8bf870109059785e68993220b03e8a6810d09029a841c0b03e4baba100c02bebf060b03e58cbb0d0c028e951f0c029e832a0c02b08f1d0c02bbba05100b03e789a701020b03e8b7af1c0b03e9a5ae0c09059c81e98193280a048be789870d040e060406040406060506040604060b0a0e0d0d0c0c0f0e090e0b0a0b0a0b210f080b090406060505060607060804060505060505060506060406060905060505060506070807050507070806080707080d080606080606070506070607070406050605060a0c07050607060607090507080605070606090907080d0604060506090607040508090a040708080808080b070608050805050b0a06080a060706070609040607080707070a07080707040706060505060609070607070706060604050606070707050608070806080805080607080708070604060507060507060607060908040406080904070805060e0805060706090704060704070506050605060706090805060606060506040807090807070707060b07090a05070707060909070508040706060c0406080b04060605040708070708070904080406080905060505050606070808080406070806040707060b08070708060a06070809050406060608060908080708090707070908070707080406060406080607070905060608080506050605060507060705060605040607040706060805050504060b08040606060a0506050605090508050706060505050505060806080709070e07061207070608070807060809060506050607050809070906040505080e0608080805090b0708050806060907070608060806050605060505050607060608');
INSERT INTO lead_words_data VALUES(137438953474,X'000005030e3036783230323678e79c8be797850d09059d80e59083180905a0b4e68d9f140905a4bae5b08f240a04bee58cba1d01010905a78be8bdac010905a88be4bc9a0f0b03e79c8b0d0902ab9901080a0a050a0b03e79d80180a01af0f0902acac05100b023233050b023431150902aea1240b03e586ac080d01bb070c029f8b080c02ad90070b03e7bd910902010a01b12a0905b3bbe4b88d230905baa0e7bab7250a04b7e5b7b2250a01bf280902bb840701180a0488e7abaf0f0a048fe59ca8250a0493e586b0160b03e8b7af1a010a049fe4b8800f0a04a7e7bbad0c0a04ade588970c0902bd9109020b03e4ba8c0c0902be8a02010b03e58db1060905bfbbe8bf87130806e88081e4baba0e110b03e697a70b120b03e8a1970b09058194e5908d0b0b03e7b3bb23090582afe995870d0401030110050a04b2e5b180190905838ce5908e1a010b03e8a1971a0a04b8e997b70e0a04bde590831e0b03e8aea90d0c02b7af1d090587aae69da5090a04b3e5a48f010b03e995871409058a82e883bd1d09058d89e59cba26090590a8e5858b100c02b0940104010a04bde6b0b42d0902a1970b0b03e5b08f1a0a04a5e4b88a230b03e8b7af140a04a8e59d8f0a0905a2abe6b4aa010905a385e5878f110b03e68aa4160b03e88a821d0b03e998b22d0902a5bf090b03e5b7b71c0905a681e5878f120b03e69c89100b03e7ab99180b03e8a1a5230c02b7910d010905aea9e58ebf0d0a01ae05100b03e694b9190b03e7bb9f0f0a04bee5a487090b03e79a84050905af8ae7bb880f0b03e8a681100a019d220a04ade5928c100b03e79a84100a04b7e4bfae0102110b03e5a29e2a0c02a484240c02b8ae250c02bbba270b03e68a8a07010c028da209130c0294b9170c02b1820b0b03e7bba70c0b03e8a385110507100905b08ae7a4be1e010902b5b01a0b03e8b7af1b0a04b6e7be8a060905b791e4b8a40e0b03e58ebf0d0a04afe5ae89150d01b31b0b03e781af11090101010b03e8838c1a010b03e99da214020902bda6130b03e5a4aa120c02bc80110b03e8bf9b140b03e98193280a04ace59cba010101021e0905beb9e8afb72d0a04bee68b890e0501180902bf871f0b03e4b88d010b03e7be8a02010b03e8bda6130a0498e59ca8200a049be4b88d140a049ce7a88b0d020806e98089e79a840c0a0494e6b2a1040a049ae4bfa1230a049fe5b8a611010a01a0190b0135190b03e4b880170902819301270b03e4b88a060b03e58aa0280c029d9102010c02bbba050b03e680a5130c02b2bf04240b03e7a0b4140b03e8a2ab010c02b7af150905838ae4b889200b03e78987210b03e8bf98200a04ade58b9202011f010905858de5a4870f0905878ce680a5130b03e79a840d0f0e0b03e8b5b6060a018d020902958704030103010101030101010101010102010101010101010301010101010201010b03e4b89c07010b03e58c97040d01ba140c028d970b0d01ab0d01010c02aeb6130a0f0c02af8418090597a8e58fa311010a04aee8af8a100a04b4e785a71e0a04b7e8a6810e090598b2e68aa42d0a04bfe5b0950901200b03e6a0bc0e0501180b03e783ad04030103010c1005090299a20d01010b03e6b2a10e0b03e883bd0d0b03e9858d0f0c0297ae100a01a90609059a90e682a31509059b86e4b8ad20010c02bd93260a04aae5908e1309059d92e6b2b3170301010101010101030102020a01a2140b03e7bb93160905a39fe5a0821701010902a5ad17070a04aee6b0b404080902a686270902bb84090410080808090808060a06040605050506040505080408080704070707070707070706060606080a070608060e07090607070605080706080808070705060706070808060606050608060606060805060607060806040706090605050507060505060909050607080607040a070705060506060b080a0506070607070809070708040406060606060506060606050806060a08080806042407060405060705090707070809090d070606060504080905071404060a060805');
INSERT INTO lead_words_data VALUES(274877906945,X'0000051d0a30353678323032367832340a03303235370d03e5b9b4370a03e58fb034090ac2a76b63756c747572653a0c056f7468657232010104010c07706173747572652e0101010c0577617465723501010b076f6465707574793312057669736974310c0570686f6e65360c087265736964656e742f0102030301010c0773746174696f6e2e0c04756e6974340e0873656c6563746564370906e4b880e4b8aa3a0c03e58fb72f010d02a4b4390b0489e69d91350b048ae5b9b4370b048de5bc80310c03e68782320b04a4e7bea4310b04aae7afae3a0b04ade5bf833201010a02b9a1320101030c03e4bebf340a02ba862f01060c03e68891380b048be5a4a7320b048ce69d9138010b04bae5b8ae320a05bc9ae4b88d310a02bd8f350a05bebfe6a1a52f010d02b0913201010a05bf9de6b8a9370903e585a5370c03e98089370b04a8e4b9a1320101030a0586ace5a4a9350b04bbe4bd8f350c03e8a382360a058897e585a5370a028a9e330c03e4ba8b320b04a1e4b8ad3201010b04a9e7bb88340a028cba2e0101010a058da0e4ba86380b04b1e999a92f010a058e85e79c8b320a058f8ce8afad32010b0491e4b880390b01b0340b04b7e4bebf2f010a05928ce5b9b32e0a059b9be69d9136040a05a194e696af2e0101010b01ab320a02a299380a02a49a2e0b04a7e58e85320b04a9e586bb350b04b4e7899b390a05aeb6e7ab992e0c03e999a2380a05afbce58a9e330a05b185e58da0380a05b883e5a1942e0101010b048ce69c9b320b04aee5bf99320a05b9b3e695b42e0b04b4e69caa370c03e9a5ae370a05bbbae8aeae340a02bc80310a02bf833201010c03e8a681330b0499e5a1ab320906e683b3e8a6813a0a058782e8a1a8320a058891e5aeb6380b04b7e58f91390a0295b42e0a0596afe5aeb62e0c03e6b29f2e030c03e789872e0101010a059c89e58f8c32010b048de58aa13201010b049be69c89320b04a8e69dbf2f010b04aae585a5370a029d9135010201010c03e7bb842e0c03e9878c3a0d02a5ae35010b04bfe783822f0c03e983bd300a029eb63a0a02a0bc320a02a1a52f010c03e58db1300c03e69ca82f0c03e79a84300a05af8fe688b7390a05b091e69c8d3201010b04b4e782b93501010a05b19fe5b8832e0101010a02b29f2e030a05b885e790862e0b01a9370c03e8afb7370a05bc94e7a4ba2e01010104010201010906e781abe783a4350a0282b935010c03e4bf9d370c03e586ac350c03e99880360a058382e4ba862f010b01a4350a058987e58cba2e0101010b019b390b04a7e981932e030b04b2e7959c2f010a059083e69eb63a0b0486e5928c2e0a0594a8e781ab350a05959ce58db12f0c03e8bf87300a059a84e4baba320c03e69ca8300c03e9a5ae370a059c8be4b88d320a059fb3e5a49a2e0a02a4ba2e01010104010201010a02aa84310a02ab992e0b01af340c0132340a05afaee790833a0a05bb84e789a72e0b0488e7abaf340b0499e6af8f390b04a7e7bbad370b04ade58897370a05be8ae4bc9a310b04a4e7be8a310906e887aae58aa9340a0590bde79fb32e0a05a1a8e6a0bc320a05a382e4ba86360a05a681e4b8803a0c03e69c89330c03e794a8350a05aeaee9858d340a05afade5afbc330c03e79a84320b04b7e6b8852e0c03e7bba7370a05bf87e6a1a5300c03e789b22f0906e98089e79a84370a058193e7aa84310c03e890bd2e0a0582bbe5b185380a0583bde78382300a05858de887aa340a05878ce683b33a0a0597a8e586bb360a059880e997a8360a0599a2e5a299380b01a92f010a05a5aee6b0b4350101040c0606060d0c0d0a0a0808110a070b0907050707070607070908060706070807080509070806060a0807060805060907080808080907040808090b040505070707080608080b0707080706080507060709080807050807090909070807090606060706050506060606080a090b0608040610090606060609040b040808080708080608060608080d05050404080807070707080709080808080606080806070608060908060808080808080805');
CREATE TABLE IF NOT EXISTS 'lead_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO lead_words_idx VALUES(1,X'',2);
INSERT INTO lead_words_idx VALUES(1,X'3036783230323678e79c8be797',4);
INSERT INTO lead_words_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'lead_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO lead_words_docsize VALUES(1,X'25',1);
INSERT INTO lead_words_docsize VALUES(2,X'1d',1);
INSERT INTO lead_words_docsize VALUES(3,X'1b',1);
INSERT INTO lead_words_docsize VALUES(4,X'1a',1);
INSERT INTO lead_words_docsize VALUES(5,X'19',1);
INSERT INTO lead_words_docsize VALUES(6,X'1a',1);
INSERT INTO lead_words_docsize VALUES(7,X'22',1);
INSERT INTO lead_words_docsize VALUES(8,X'1c',1);
INSERT INTO lead_words_docsize VALUES(9,X'1e',1);
INSERT INTO lead_words_docsize VALUES(10,X'18',1);
INSERT INTO lead_words_docsize VALUES(11,X'1d',1);
INSERT INTO lead_words_docsize VALUES(12,X'20',1);
INSERT INTO lead_words_docsize VALUES(13,X'20',1);
INSERT INTO lead_words_docsize VALUES(14,X'1b',1);
INSERT INTO lead_words_docsize VALUES(15,X'21',1);
INSERT INTO lead_words_docsize VALUES(16,X'17',1);
INSERT INTO lead_words_docsize VALUES(17,X'1d',1);
INSERT INTO lead_words_docsize VALUES(18,X'15',1);
INSERT INTO lead_words_docsize VALUES(19,X'1c',1);
INSERT INTO lead_words_docsize VALUES(20,X'1b',1);
INSERT INTO lead_words_docsize VALUES(21,X'1b',1);
INSERT INTO lead_words_docsize VALUES(22,X'15',1);
INSERT INTO lead_words_docsize VALUES(23,X'1b',1);
INSERT INTO lead_words_docsize VALUES(24,X'1a',1);
INSERT INTO lead_words_docsize VALUES(25,X'1e',1);
INSERT INTO lead_words_docsize VALUES(26,X'19',1);
INSERT INTO lead_words_docsize VALUES(27,X'17',1);
INSERT INTO lead_words_docsize VALUES(28,X'18',1);
INSERT INTO lead_words_docsize VALUES(29,X'1a',1);
INSERT INTO lead_words_docsize VALUES(30,X'16',1);
INSERT INTO lead_words_docsize VALUES(31,X'19',1);
INSERT INTO lead_words_docsize VALUES(32,X'17',1);
INSERT INTO lead_words_docsize VALUES(33,X'12',1);
INSERT INTO lead_words_docsize VALUES(34,X'19',1);
INSERT INTO lead_words_docsize VALUES(35,X'18',1);
INSERT INTO lead_words_docsize VALUES(36,X'19',1);
INSERT INTO lead_words_docsize VALUES(37,X'16',1);
INSERT INTO lead_words_docsize VALUES(38,X'12',1);
INSERT INTO lead_words_docsize VALUES(39,X'0c',1);
INSERT INTO lead_words_docsize VALUES(40,X'11',1);
INSERT INTO lead_words_docsize VALUES(41,X'0d',1);
INSERT INTO lead_words_docsize VALUES(42,X'1a',1);
INSERT INTO lead_words_docsize VALUES(43,X'13',1);
INSERT INTO lead_words_docsize VALUES(44,X'16',1);
INSERT INTO lead_words_docsize VALUES(45,X'16',1);
INSERT INTO lead_words_docsize VALUES(46,X'1c',2);
INSERT INTO lead_words_docsize VALUES(47,X'18',2);
INSERT INTO lead_words_docsize VALUES(48,X'1b',2);
INSERT INTO lead_words_docsize VALUES(49,X'15',2);
INSERT INTO lead_words_docsize VALUES(50,X'1d',2);
INSERT INTO lead_words_docsize VALUES(51,X'11',2);
INSERT INTO lead_words_docsize VALUES(52,X'16',2);
INSERT INTO lead_words_docsize VALUES(53,X'13',2);
INSERT INTO lead_words_docsize VALUES(54,X'10',2);
INSERT INTO lead_words_docsize VALUES(55,X'18',2);
INSERT INTO lead_words_docsize VALUES(56,X'0e',2);
INSERT INTO lead_words_docsize VALUES(57,X'0d',2);
INSERT INTO lead_words_docsize VALUES(58,X'0f',2);
CREATE TABLE IF NOT EXISTS 'lead_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO lead_words_config VALUES('version',4);
CREATE TABLE picture (                               -- shrunk and without any metadata
    id integer primary key,
    owner_kind text not null check (owner_kind in ('lead', 'project', 'report', 'finding', 'tray')),
    owner integer not null,
    part integer not null default 0,                 -- of a finding: the step, 0 for itself
    caption text not null default '',
    added_at integer not null,
    width integer not null check (width > 0),        -- of the large one, in pixels
    height integer not null check (height > 0),
    large blob not null,                             -- JPEG, at most 1600 pixels a side
    small blob not null,                             -- JPEG, at most 320
    latitude integer,                                -- hundred-thousandths of a degree, only where
    longitude integer,                               -- the sender lets the place be told
    constraint picture_spot check ((latitude is null) = (longitude is null))
) strict;
CREATE TABLE project (
    id integer primary key,
    congress integer not null references congress,
    code text not null,
    year integer not null,
    name text not null,
    summary text not null,                           -- one line: what, for how many
    content text not null default '',
    scale text not null default '',                  -- with its unit
    place text not null default '',
    beneficiaries text not null default '',
    beneficiary_count integer check (beneficiary_count >= 0),
    category text not null,
    investment integer not null check (investment >= 0),
    need_this_year integer not null check (need_this_year between 0 and investment),
    lead_unit text not null default '',              -- the name as on the ballot; a unit of that name exists
    supporting_units text not null default '',
    leader text not null default '',
    start_by text not null default '',
    finish_by text not null default '',
    readiness text not null check (readiness in ('idea', 'planned', 'designed', 'ready')),
    origin text not null check (origin in ('residents', 'deputy', 'station', 'unit', 'suggestion',
        'last_year', 'office')),                     -- who asked first; never a name
    note text not null default '',                   -- for the office, never shown outside
    stage text not null check (stage in ('in_library', 'under_appraisal', 'candidate', 'on_slate',
        'selected', 'not_selected', 'declined', 'merged', 'assigned', 'in_progress', 'completed',
        'accepted', 'evaluated', 'suspended', 'terminated')),
    reason text not null default '',                 -- why declined or merged
    merged_into integer references project,
    previous integer references project,             -- last year's, not selected, that returned as this
    exception text not null default '',              -- why a candidate although money is missing
    version integer not null default 1 check (version > 0),
    constraint project_code unique (congress, code),
    constraint project_previous unique (previous),
    constraint project_merged check ((stage = 'merged') = (merged_into is not null))
) strict;
INSERT INTO project VALUES(1,6,'QH2026-01',2026,'牧道建设项目','改造转场牧道86公里，让牲畜平安转场','整修路基、加固桥涵、增设围栏和警示牌，沿途建饮水点6处、避风棚4处','牧道86公里','萨尔托海乡、查干郭勒乡、阿热勒镇','牧民1260户，约5200人',5200,'herding_tracks',680000000,680000000,'县农业农村局','','','','2026年9月30日','ready','residents','演示','selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(2,6,'QH2026-02',2026,'农村饮水管网更新工程','更换老旧供水管网42公里，解决冬季断水','更换主管和入户管、加深埋管、改造泵房3座、安装智能水表','管网42公里','阿热勒托别镇、阿尕什敖包乡','农牧民2100户，约7800人',7800,'water',1250500000,1250500000,'县水利局','','','','2026年10月31日','ready','station','演示','selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(3,6,'QH2026-03',2026,'乡镇卫生院远程诊疗全覆盖','8个乡镇卫生院接通县医院远程影像和会诊','配备远程会诊终端、便携超声和心电设备，培训操作人员，建立双语问诊服务','卫生院8所','全县8个乡镇','全县农牧民约4.2万人',42000,'health',365000000,365000000,'县卫生健康委员会','','','','2026年8月31日','ready','suggestion','演示','selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(4,6,'QH2026-04',2026,'农村道路安全隐患整治','整治31公里村道，补齐护栏、标志和路灯','破损路面修补、急弯陡坡加护栏、学校路口增设减速带和太阳能路灯','村道31公里','塔克什肯镇、阿格达拉镇','沿线村民约9600人',9600,'roads',890000000,890000000,'县交通运输局','','','','2026年9月30日','ready','residents','演示','selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(5,6,'QH2026-05',2026,'寄宿制学校食堂改造','改造5所寄宿制学校食堂，学生吃上热饭','更新后厨设备、扩建就餐区、接通明厨亮灶监控','食堂5处','青河镇、阿热勒托别镇','寄宿学生2340人',2340,'education',420000000,420000000,'县教育局','','','','2026年8月25日','ready','deputy','演示','not_selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(6,6,'QH2026-06',2026,'背街小巷夜间照明工程','给县城32条背街小巷装上路灯','安装节能路灯480盏，更换老化线路','路灯480盏','青河镇','居民约6100人',6100,'municipal',210000000,210000000,'县住房和城乡建设局','','','','2026年7月31日','ready','residents','演示','not_selected','',NULL,NULL,'',5);
INSERT INTO project VALUES(7,6,'QH2026-07',2026,'日间照料中心提升','3处老年人日间照料中心增设助餐和康复','改造厨房和无障碍设施，增配康复器材','照料中心3处','青河镇','老年人约850人',850,'care',156000000,156000000,'县民政局','','','','2026年11月30日','planned','unit','演示','in_library','',NULL,NULL,'',1);
INSERT INTO project VALUES(8,6,'QH2026-08',2026,'冬季供暖管网延伸','集中供暖向城郊片区延伸5.6公里','新建二次管网和换热站1座','管网5.6公里','青河镇','居民1180户',3500,'heating',1480000000,800000000,'县住房和城乡建设局','','','','2027年10月15日','planned','residents','演示','in_library','',NULL,NULL,'',1);
INSERT INTO project VALUES(9,6,'QH2026-09',2026,'牧区移动通信补盲','夏牧场新建通信基站4座','建设基站和太阳能供电设施','基站4座','夏牧场','转场牧民约3400人',3400,'communications',240000000,240000000,'县工业和信息化局','','','','2026年9月30日','planned','deputy','演示','in_library','',NULL,NULL,'',1);
INSERT INTO project VALUES(10,56,'CG2026-01',2026,'村组牧道维修','维修村组牧道18公里和便桥2座','平整路面、加固便桥、清理落石','牧道18公里','江布塔斯片区（演示）','牧民210户',760,'herding_tracks',46000000,46000000,'乡农业发展服务中心','','','','2026年8月31日','ready','residents','演示','on_slate','',NULL,NULL,'',4);
INSERT INTO project VALUES(11,56,'CG2026-02',2026,'便民服务大厅双语导办','设双语导办窗口和自助终端','改造服务窗口，配自助终端2台，双语标识全覆盖','窗口6个','乡便民服务中心','全乡群众约4300人',4300,'services',18500000,18500000,'乡便民服务中心','','','','2026年6月30日','ready','unit','演示','on_slate','',NULL,NULL,'',4);
INSERT INTO project VALUES(12,56,'CG2026-03',2026,'村级饮水点冬季保温','给11处村级饮水点加装保温和电伴热','加装保温棚和电伴热带，更换阀门','饮水点11处','全乡4个村（演示）','农牧民390户',1450,'water',32000000,32000000,'乡水管站','','','','2026年10月31日','ready','deputy','演示','on_slate','',NULL,NULL,'',4);
CREATE TABLE IF NOT EXISTS 'project_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO project_words_data VALUES(1,X'0c856f');
INSERT INTO project_words_data VALUES(10,X'00000000ff000001010c0c000c0101010101000001020101020200000103010103030000010401010404000001050101050500000106010106060000010701010707000001080101080800000109010109090000010a01010a0a0000010b01010b0b0000010c01010c0c000001');
INSERT INTO project_words_data VALUES(137438953473,X'000002520a3036783230323678303101080431323630010c03e688b701080134010903e5a48401080435323030010c03e4baba01080136010903e5a4840108023836010a03e585ac010806716832303236010806e4b89ae5869c010902b9a1010902baba010905bfaee8b7af010806e585ace9878c010905869ce4b89a010b03e69d910109058aa0e59bba0109058b92e4b9a1010b03e995870109058ebfe5869c010905928ce8ada60109059bb4e6a08f010a04bae6a1a50109029cba010b03e789a70109029fba010905a29ee8aebe010902a484010905ae89e8bdac010905b094e68998010902b180010905b9b2e983ad010a04b3e5ae89010905bbbae8aebe010b03e9a5ae010803e688b70109058998e6b5b701090594b9e980a001090595b4e4bfae0109059d91e5b1800109059fa5e5b9b2010905a08fe5928c010905a1a5e6b6b5010902a39a010b0134010902b091010b0431323630010a04b4e782b9010905b2bfe98094010905b5b7e4b9a1010902b6b5010803e782b9010b013601090583ade58b92010902898c010a04a7e6b091010b03e98193010a04b2e7959c010905959ce5b9b30109029bae010905a4bae7898c010902baa6010b0435323030010806e890a8e5b094010905ada6e7a4ba010905aea9e789b2010a04bee59bb4010b03e9a1b9010905b7afe59fba010905bdace59cba010806e98094e5bbba010a04a0e8bdac0109028193010b023836010b03e5bbba010a04bfe9a38e01090583ade58b92010902878c010902958701090598bfe783ad010905a1b9e79bae010905a38ee6a39a010905a5aee6b0b401040c070604060706040605060909050508090806080806080808070506050805080805080708060608080808080808050405070708080506040805070607080508050709080807060808090705050607080505080808');
INSERT INTO project_words_data VALUES(274877906945,X'000002320a3036783230323678303202080432313030020c03e688b702080133020903e5baa70208023432020a03e585ac02080437383030020c03e4baba020806716832303236020806e4b8bbe7aea1020902b9a1020902baba020905bb80e69596020905be9be6b0b4020806e585a5e688b7020a04ace9878c020905869ce69d91020b03e789a7020a04ace5ada3020a04b3e586ac02090588a9e5b180020a04abe995870209058aa0e6b7b10209058b92e689980209058c85e4b9a10209058ebfe6b0b4020905928ce585a50209059f8be7aea1020905ada3e696ad020905ae89e8a385020905b095e4bb80020902b180020905b7a5e7a88b020902baa7020803e688b7020b03e7aea1020a01bf020b01330209058998e588ab0209058da2e4b8bb020b03e8808102090594b9e980a00209059596e58c8502090596ade6b0b4020a04b0e5b7a502090597a7e4be9b02090599bae883bd0209059bb4e68da2020c0296b00209059d91e9a5ae020902b091020b0432313030020a01b4020b03e588a9020b03e7aea1020b03e8a1a8020905b3b5e688bf020905b7b1e59f8b020806e783ade58b9202090589a7e6b091020902a88b020902aea1020b03e5928c020b03e7bd91020902baa6020b0437383030020902bd91020b023432020b03e69bb4020806e88081e697a702090583bde6b0b4020902a1a8020905a385e699ba020905a7a3e586b3020806e980a0e6b3b5020902878c020902958702090598bfe5b095020b03e783ad020905a5aee6b0b402040c07060406050607060909050508080907080607070807080808080808080808050805060604040808060808080708080805080507040606060808090805050606050705050609080508080905050806');
INSERT INTO project_words_data VALUES(412316860417,X'000002240a3036783230323678303303080132030903e4b8870308013403080138030903e4b8aa030806716832303236030806e4b887e4baba030a04aae4b9a1030905b9a1e99587030902baba030b03e59198030902bc9a030b03e8af8a030905bd9ce4baba030905bebfe690ba030806e581a5e5bab7030905838fe5928c03090585a8e58ebf030b03e8a686030905869ce789a70309028aa10309058cbbe999a20309058dabe7949f0309028ebf030b0138030b03e5869c030c028cbb030c028dab0309058f8ce8afad0309029198030b03e4bc9a030905928ce4bc9a030b03e5bf830309059fb9e8aead030905a3b0e5928c030902a487030b03e8bf9c030905a794e59198030905bab7e5a794030905bbbae7ab8b030905bdb1e5838f030905bf83e794b5030806e68ea5e9809a03090590bae8b685030905938de4bd9c0309059c8de58aa1030905b091e7baa6030806e789a7e6b091030905949fe581a5030b03e999a2030a04b5e8aebe0309059697e585a80309029b96030905a88be4bc9a030b03e5bdb1030b03e8af8a030905ab8be58f8c030a01af030902baa6030b0134030905bb88e7abaf030806e8a686e79b96030905aeade6938d030a04bee5a487030902af8a030b03e69c8d030b03e79697030c02bb88030a04ade997ae030905b685e5a3b0030905bf9ce7a88b030806e9809ae58ebf030905858de5a4870309029587030b03e58dab03090597aee8af8a03090599a2e68ea5030b03e8bf9c03040c0406040406090907080506050608080908080608050808050406050508050608060808050608080808080908080808090806070805080606080405040809080705060605070808090805060808');
INSERT INTO project_words_data VALUES(549755813889,X'000002260a303678323032367830340408023331040a03e585ac04080439363030040c03e4baba040806716832303236040806e4baa4e9809a040a01ba040905bb80e882af040905bfaee8a1a5040806e5858be4bb80040a04a8e99a90040a04ace9878c040905869ce69d91040905878fe9809f0409058aa0e68aa40409058ebfe4baa40409058fa3e5a29e040905928ce5a4aa040b03e8b7af0409059da1e58aa0040905a194e5858b040905a29ee8aebe040905a4aae998b3040905ada6e6a0a1040905ae89e585a8040902b180040905b8a6e5928c040905bcafe999a1040905bf97e5928c040806e680a5e5bcaf04090582a3e695b40409058aa4e6a08f0409058b89e995870409058d9fe8b7af04090595b4e6b2bb0409059d91e6b091040b03e98193040905a087e5bf97040a018f040a04a1e8b7af040a04bce8bebe040905b091e7baa6040902b2bb040b023331040a04bfe7babf040803e781af040905a0b4e68d9f040902baa6040b0439363030040a04bfe69d91040806e882afe9958704090583bde8b7af040902a1a5040b03e9bd90040905aebee5878f040905b7afe58fa3040c02ae89040b03e781af040b03e99da2040905be93e5b180040a04bee68b89040905bf90e8be93040806e9809ae8bf90040a049fe5b8a60409028193040b03e8b7af040905878ce69d91040902958704090598b3e883bd040a04bfe6a0bc04090599a1e59da10409059a90e682a30409059da2e4bfae040905bd90e68aa404040c05060706090904080809070708080808080806080808080808050808080908080808080806080407070805050706080507070908050608080506060807080907050608050807080808');
INSERT INTO project_words_data VALUES(687194767361,X'000001a60a3036783230323678303505080432333430050c03e4baba05080135050903e68980050806716832303236050806e4b88ae783ad050905baaee781b6050a01ba050806e588abe99587050a04b6e5ada60509058b92e689980509028cba0509058ea8e4baae050b03e8aebe050a04bfe695990509059083e4b88a050a048ee58ea8050902a082050b03e694b9050902a487050905ada6e6a0a1050b03e7949f050905aebfe588b6050c02ada6050905af84e5aebf050905b0b1e9a490050902b180050905bbbae5b0b1050806e68980e5af84050a0498e588ab050a04a9e5bbba0509058ea5e9809a050a01a705090594b9e980a00509059599e882b205090596b0e5908e050905988ee58ea80509059bb4e696b0050905a0a1e9a39f050905b2b3e99587050806e781b6e79b9105090583ade58b92050b03e9a5ad050902949f050b0432333430050b03e590830509059b91e68ea7050806e882b2e5b180050905aebee5a487050806e9809ae6988e050a01a0050b0135050902958705090598bfe783ad0509059d92e6b2b3050905a39fe5a082050905a490e58cba050902a5ad05040c070604060909080409070805080607080705060508060805080805080907070804080808080808080908060507060809080904040508080808');
INSERT INTO project_words_data VALUES(824633720833,X'0000019c0a303678323032367830360608023332060a03e69da1060803343830060b03e79b8f06080436313030060c03e4baba060806716832303236060806e4b88ae8b7af060905b9a1e5bbba060902baba060905bd8fe688bf060806e58c96e7babf0609058ebfe4bd8f060b03e59f8e060905928ce59f8e0609029f8e060b023332060b03e4b9a1060905a49ce997b4060905ae89e8a385060905b08fe5b7b7060902b180060a0485e6b091060905b7a5e7a88b060a04b7e5a49c060b03e8a385060905bbbae8aebe060806e688bfe5928c0609058da2e88081060905988ee5b7a50609059bb4e68da20609059da1e8838c060905b091e7baa6060905b2b3e99587060803e781af060b0334383006090585a7e6988e0609029b8f060902a88b060902baa6060b0436313030060a04bfe8b7af060905bb99e58ebf060806e88081e58c96060905838ce8a197060a04bde8b7af0609058a82e883bd060905a197e5b08f060905a385e4b88a060b03e88a82060905aebee5b180060902b7af060b03e781af060803e9958706090597b4e785a70609059d92e6b2b306040c05060606070609090805080908060805050608080805070807060809080808080808060608050505070708090807080808060805060608');
INSERT INTO project_words_data VALUES(962072674305,X'000001780a3036783230323678303707080133070903e5a484070803383530070b03e4baba070806716832303236070806e4b8ade5bf83070902baba070b03e697a5070b03e7baa6070806e58aa9e9a4900709028d870709058ea8e688bf070a04bfe6b091070905928ce5bab7070b03e697a007090599a8e69d90070905a29ee8aebe070b03e9858d070905a484e88081070a018d070b03e599a8070902b180070905b9b4e4baba070905bab7e5a48d070905bf83e5a29e070b03e68f90070806e688bfe5928c0709058f90e58d8707090594b9e980a0070a04bfe5b1800709059699e4b8ad070a01bd07090597a0e99a9c070a04a5e997b40709029d90070905b091e694bf070905b2b3e99587070806e785a7e69699070905a28de8aebe070902baa6070b03383530070806e88081e5b9b4070905aebee58aa9070b03e696bd070806e980a0e58ea8070905858de5bab7070902958707090597b4e785a70709059a9ce7a28d0709059d92e6b2b3070905a490e5928c07040c0406060609090506060905080708060808060804060508080806090808070804080705080809080506090806090805080808');
INSERT INTO project_words_data VALUES(1099511627777,X'000001840a3036783230323678303808080131080903313830080c03e688b7080903e5baa70808013508080136080903e585ac080806716832303236080806e4b8ade4be9b080905b9a1e5bbba080905ba8ce6aca1080902bcb8080b0135080905bd8fe688bf080905be9be69a96080806e585ace9878c08090586ace5ada30809058cbae5bbb60809058ebfe4bd8f0809059091e59f8e080905928ce59f8e080b03e68da20809059f8ee4b9a1080b03e9838a080905ada3e4be9b080902b180080a0485e6b091080902baa7080905bbb6e4bcb8080a04bae4ba8c080b03e8aebe080803e688b7080a04bfe5928c0809058da2e783ad08090596b0e5bbba0809059a96e59091080b03e7aea1080905aca1e7aea1080902b091080b0431313830080905b2b3e99587080806e783ade7ab990809058987e58cba080902ab99080b0131080905aea1e7bd91080905bd91e5928c080c02bbb6080806e8aebee5b180080806e9838ae78987080902878c08090295870809059b86e4b8ad0809059d92e6b2b308040c0406060604040609090808050408080908080808080608060805070508070606070808080608050708090805040808050909050508');
INSERT INTO project_words_data VALUES(1236950581249,X'000001690a3036783230323678303909080433343030090c03e4baba09080134090903e5baa7090806716832303236090806e4b89ae5928c090902baba090905be9be794b5090905bfa1e59fba090b03e681af090b03e8a1a5090806e58aa8e9809a0909058c96e5b180090a04bae7a7bb0909058ebfe5b7a5090905928ce4bfa1090b03e5a4aa0909029cba090b03e696b0090b03e789a70909059fbae7ab99090905a48fe789a7090a04aae998b3090902b180090905b7a5e4b89a090902baa7090905bbbae8aebe090b03e9809a090806e681afe58c9609090596b0e5bbba090a01bd090905b091e7baa6090806e789a7e58cba090c029cba090b03e6b09109090594b5e8aebe0909029bb2090905a7bbe58aa8090902ab99090b0134090b03e5928c090902baa6090b0433343030090806e883bde4be9b090905a1a5e79bb2090905aebee59fba090b03e696bd090905bdace59cba090806e9809ae4bfa109090598b3e883bd09040c07060406090905080806060908070808060506060808070508050806090804080905060805080504060507090808060809');
INSERT INTO project_words_data VALUES(1374389534721,X'000001840b30353678323032367830310a090231380a0b03e585ac0a0901320a0a0231300a0c03e688b70a0a03e5baa70a09066367323032360a0906e4b89ae58f910a0b04ade5bf830a0a05b9a1e5869c0a0a05bebfe6a1a50a0a02bfae0a0c03e69d910a0906e585ace9878c0a0a05869ce4b89a0a0a058aa0e59bba0a0b04a1e4b8ad0a0a028cba0a0a058f91e5b1950a0a05928ce4bebf0a0a059bbae4bebf0a0a05a194e696af0a0a05b195e69c8d0a0a05b883e5a1940a0a05b9b3e695b40a0a02baa70a0a02bf830a0903e688b70a0a0595b4e8b7af0a0a0596afe789870a0a059c8de58aa10a0a059d91e7bb840a0a02a1a50a0c01320a0a02b0910a0c033231300a0a05b19fe5b8830a0a05b885e790860a0a05bc94e7a4ba0a0906e78987e58cba0a0b04a7e6b0910a0c03e981930a0a059086e890bd0a0a029fb30a0a02a4ba0a0a05bb84e789a70a0b04b4e4bfae0a0906e890bde79fb30a0a05b7afe99da20a0903e981930a0c0231380a0c03e7bbb40a0a05878ce5928c0a0a029da20a040d0506040506060909070808050609080807050808080808080805050608080808050405060808080907060805050807090806050608');
INSERT INTO project_words_data VALUES(1511828488193,X'0000015f0b30353678323032367830320b0901320b0a03e58fb00b0904343330300b0d03e4baba0b09066367323032360b0906e4b8ade5bf830b0a05b9a1e4bebf0b0c03e7bea40b0a02baba0b0a05bc97e7baa60b0a05bebfe6b0910b0906e585a8e4b9a10b0c03e8a6860b0a028a9e0b0c03e7aa970b0b04a1e4b8ad0b0c03e5a4a70b0c03e7aa970b0b04a9e7bb880b0a058e85e58f8c0b0a058f8ce8afad0b0b01a30b0c03e5928c0b0b01b00b0a05928ce887aa0b0a05a4a7e58e850b0a05afbce58a9e0b0a02bf830b0906e694b9e980a00b0a059c8de58aa10b0a05a087e8af860b0a05b091e69c8d0b0903e79b960b0a05aa97e58fa30b0a02abaf0b0c01320b0a02baa60b0c04343330300b0a05bb88e7abaf0b0a05bea4e4bc970b0906e887aae58aa90b0a05a686e79b960b0a05aebee58f8c0b0a05af86e585a80b0b04ade5afbc0b0c03e6a0870b0906e980a0e69c8d0b0a05858de887aa0b040d0406070609090806050808090605060706060708080406040808080509080808060805040507080809080808070609');
INSERT INTO project_words_data VALUES(1649267441665,X'000001650b30353678323032367830330c090231310c0b03e5a4840c09033339300c0c03e688b70c0901340c0a03e4b8aa0c09066367323032360c0906e4b8aae69d910c0a02b9a10c0c01340c0c03e6b0b40c0a05bcb4e783ad0c0a05bf9de6b8a90c0906e585a8e4b9a10c0a05869ce789a70c0b04ace5ada30c0a058aa0e8a3850c0a05928ce794b50c0a05a484e69d910c0a05ada3e4bf9d0c0a02b8a60c0903e688b70c0a058da2e998800c0a059bb4e68da20c0a029d910c0c03e7baa70c0a05a39ae5928c0c0a02b0910c0c033339300c0b04b4e782b90c0d02aea10c0a02b8a90c0c03e5928c0c0c03e6a39a0c0a05bc94e7a4ba0c0906e782b9e586ac0c0d028aa00c0a0283ad0c0c03e5b8a60c0a0589a7e6b0910c0a0594b5e4bcb40c0a02a4ba0c0a02ab990c0a05aea1e7ab990c0a05baa7e9a5ae0c0a02bb990c0c0231310c0906e8a385e4bf9d0c0903e997a80c0a059880e997a80c0a05a5aee6b0b40c040d0506060604060909050406080809080708080808050608080506080506070505060608090505060808050508080505090608');
CREATE TABLE IF NOT EXISTS 'project_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO project_words_idx VALUES(1,X'',2);
INSERT INTO project_words_idx VALUES(2,X'',2);
INSERT INTO project_words_idx VALUES(3,X'',2);
INSERT INTO project_words_idx VALUES(4,X'',2);
INSERT INTO project_words_idx VALUES(5,X'',2);
INSERT INTO project_words_idx VALUES(6,X'',2);
INSERT INTO project_words_idx VALUES(7,X'',2);
INSERT INTO project_words_idx VALUES(8,X'',2);
INSERT INTO project_words_idx VALUES(9,X'',2);
INSERT INTO project_words_idx VALUES(10,X'',2);
INSERT INTO project_words_idx VALUES(11,X'',2);
INSERT INTO project_words_idx VALUES(12,X'',2);
CREATE TABLE IF NOT EXISTS 'project_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO project_words_docsize VALUES(1,X'56',1);
INSERT INTO project_words_docsize VALUES(2,X'51',2);
INSERT INTO project_words_docsize VALUES(3,X'4f',3);
INSERT INTO project_words_docsize VALUES(4,X'4b',4);
INSERT INTO project_words_docsize VALUES(5,X'3b',5);
INSERT INTO project_words_docsize VALUES(6,X'39',6);
INSERT INTO project_words_docsize VALUES(7,X'34',7);
INSERT INTO project_words_docsize VALUES(8,X'37',8);
INSERT INTO project_words_docsize VALUES(9,X'33',9);
INSERT INTO project_words_docsize VALUES(10,X'37',10);
INSERT INTO project_words_docsize VALUES(11,X'31',11);
INSERT INTO project_words_docsize VALUES(12,X'34',12);
CREATE TABLE IF NOT EXISTS 'project_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO project_words_config VALUES('version',4);
CREATE TABLE project_lead (                          -- who asked for a project
    lead integer primary key references lead,        -- one lead stands behind one project
    project integer not null references project
) strict;
INSERT INTO project_lead VALUES(1,1);
INSERT INTO project_lead VALUES(2,1);
INSERT INTO project_lead VALUES(4,1);
INSERT INTO project_lead VALUES(5,1);
INSERT INTO project_lead VALUES(6,1);
INSERT INTO project_lead VALUES(7,2);
INSERT INTO project_lead VALUES(9,2);
INSERT INTO project_lead VALUES(10,2);
INSERT INTO project_lead VALUES(11,2);
INSERT INTO project_lead VALUES(12,2);
INSERT INTO project_lead VALUES(13,3);
INSERT INTO project_lead VALUES(14,3);
INSERT INTO project_lead VALUES(15,3);
INSERT INTO project_lead VALUES(16,3);
INSERT INTO project_lead VALUES(17,4);
INSERT INTO project_lead VALUES(19,4);
INSERT INTO project_lead VALUES(20,4);
INSERT INTO project_lead VALUES(21,4);
INSERT INTO project_lead VALUES(22,4);
INSERT INTO project_lead VALUES(23,5);
INSERT INTO project_lead VALUES(24,5);
INSERT INTO project_lead VALUES(25,5);
INSERT INTO project_lead VALUES(26,6);
INSERT INTO project_lead VALUES(28,6);
INSERT INTO project_lead VALUES(29,6);
INSERT INTO project_lead VALUES(30,7);
INSERT INTO project_lead VALUES(31,7);
INSERT INTO project_lead VALUES(32,8);
INSERT INTO project_lead VALUES(33,8);
INSERT INTO project_lead VALUES(34,9);
INSERT INTO project_lead VALUES(35,9);
INSERT INTO project_lead VALUES(46,10);
INSERT INTO project_lead VALUES(47,10);
INSERT INTO project_lead VALUES(49,10);
INSERT INTO project_lead VALUES(50,11);
INSERT INTO project_lead VALUES(51,11);
INSERT INTO project_lead VALUES(52,11);
INSERT INTO project_lead VALUES(53,12);
INSERT INTO project_lead VALUES(54,12);
INSERT INTO project_lead VALUES(55,12);
CREATE TABLE fund (                                  -- where a project's money comes from
    project integer not null references project,
    line_no integer not null check (line_no > 0),
    kind text not null check (kind in ('own_budget', 'grant', 'special', 'collective', 'company',
        'donation', 'other')),
    source text not null default '',
    amount integer not null check (amount >= 0),     -- in all
    this_year integer not null check (this_year between 0 and amount),
    is_secured integer not null check (is_secured in (0, 1)),
    primary key (project, line_no)
) strict, without rowid;
INSERT INTO fund VALUES(1,1,'own_budget','县财政',680000000,680000000,1);
INSERT INTO fund VALUES(2,1,'own_budget','县财政',450500000,450500000,1);
INSERT INTO fund VALUES(2,2,'grant','农村饮水维修养护',800000000,800000000,1);
INSERT INTO fund VALUES(3,1,'own_budget','县财政',365000000,365000000,1);
INSERT INTO fund VALUES(4,1,'own_budget','县财政',590000000,590000000,1);
INSERT INTO fund VALUES(4,2,'special','衔接资金',300000000,300000000,1);
INSERT INTO fund VALUES(5,1,'own_budget','县财政',420000000,420000000,1);
INSERT INTO fund VALUES(6,1,'own_budget','县财政',210000000,210000000,1);
INSERT INTO fund VALUES(7,1,'own_budget','县财政',156000000,156000000,0);
INSERT INTO fund VALUES(8,1,'own_budget','县财政',680000000,400000000,1);
INSERT INTO fund VALUES(8,2,'special','',800000000,400000000,0);
INSERT INTO fund VALUES(9,1,'company','',180000000,180000000,0);
INSERT INTO fund VALUES(9,2,'own_budget','县财政',60000000,60000000,0);
INSERT INTO fund VALUES(10,1,'own_budget','乡财政',34000000,34000000,1);
INSERT INTO fund VALUES(10,2,'collective','',12000000,12000000,1);
INSERT INTO fund VALUES(11,1,'own_budget','乡财政',18500000,18500000,1);
INSERT INTO fund VALUES(12,1,'own_budget','乡财政',32000000,32000000,1);
CREATE TABLE annual_target (                         -- of a work of several years
    project integer not null references project,
    year integer not null,
    target text not null,
    primary key (project, year)
) strict, without rowid;
INSERT INTO annual_target VALUES(8,2026,'完成换热站和2公里管网');
INSERT INTO annual_target VALUES(8,2027,'全部管网通热');
CREATE TABLE translation (                           -- typed by people, never made by a machine
    project integer not null references project,
    language text not null check (language in ('kk-Arab', 'ug')),
    name text not null,
    summary text not null default '',
    content text not null default '',
    state text not null check (state in ('draft', 'checked', 'frozen')),
    typed_by integer references account,             -- somebody else checks
    primary key (project, language)
) strict, without rowid;
CREATE TABLE project_change (                        -- every change of a project, a row a field
    id integer primary key,
    project integer not null references project,
    version integer not null,                        -- the version that the change made
    at integer not null,
    account integer references account,              -- null: the operator at the console
    field text not null,
    before text not null,
    after text not null
) strict;
INSERT INTO project_change VALUES(1,1,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(2,1,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(3,2,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(4,2,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(5,3,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(6,3,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(7,4,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(8,4,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(9,5,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(10,5,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(11,6,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(12,6,2,1796038067610,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(13,7,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(14,8,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(15,9,1,1796038067610,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(16,1,3,1796038067716,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(17,2,3,1796038067719,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(18,3,3,1796038067725,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(19,4,3,1796038067728,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(20,5,3,1796038067730,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(21,6,3,1796038067733,1,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(22,1,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(23,2,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(24,3,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(25,4,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(26,5,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(27,6,4,1796038067750,2,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(28,1,5,1796038067888,2,'stage','on_slate','selected');
INSERT INTO project_change VALUES(29,2,5,1796038067888,2,'stage','on_slate','selected');
INSERT INTO project_change VALUES(30,3,5,1796038067888,2,'stage','on_slate','selected');
INSERT INTO project_change VALUES(31,4,5,1796038067888,2,'stage','on_slate','selected');
INSERT INTO project_change VALUES(32,5,5,1796038067888,2,'stage','on_slate','not_selected');
INSERT INTO project_change VALUES(33,6,5,1796038067888,2,'stage','on_slate','not_selected');
INSERT INTO project_change VALUES(34,10,1,1796038067897,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(35,10,2,1796038067897,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(36,11,1,1796038067897,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(37,11,2,1796038067897,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(38,12,1,1796038067897,NULL,'stage','','in_library');
INSERT INTO project_change VALUES(39,12,2,1796038067897,NULL,'stage','in_library','under_appraisal');
INSERT INTO project_change VALUES(40,10,3,1796038067955,7,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(41,11,3,1796038067958,7,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(42,12,3,1796038067960,7,'stage','under_appraisal','candidate');
INSERT INTO project_change VALUES(43,10,4,1796038067975,8,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(44,11,4,1796038067975,8,'stage','candidate','on_slate');
INSERT INTO project_change VALUES(45,12,4,1796038067975,8,'stage','candidate','on_slate');
CREATE TABLE screening (                             -- answers to the positive and negative list
    project integer not null references project,
    item text not null check (item in ('burden', 'debt', 'stability', 'ordered', 'routine',
        'public_money', 'in_time')),
    is_met integer not null check (is_met in (0, 1)),
    note text not null default '',
    primary key (project, item)
) strict, without rowid;
INSERT INTO screening VALUES(1,'burden',1,'');
INSERT INTO screening VALUES(1,'debt',1,'');
INSERT INTO screening VALUES(1,'in_time',1,'');
INSERT INTO screening VALUES(1,'ordered',1,'');
INSERT INTO screening VALUES(1,'public_money',1,'');
INSERT INTO screening VALUES(1,'routine',1,'');
INSERT INTO screening VALUES(1,'stability',1,'');
INSERT INTO screening VALUES(2,'burden',1,'');
INSERT INTO screening VALUES(2,'debt',1,'');
INSERT INTO screening VALUES(2,'in_time',1,'');
INSERT INTO screening VALUES(2,'ordered',1,'');
INSERT INTO screening VALUES(2,'public_money',1,'');
INSERT INTO screening VALUES(2,'routine',1,'');
INSERT INTO screening VALUES(2,'stability',1,'');
INSERT INTO screening VALUES(3,'burden',1,'');
INSERT INTO screening VALUES(3,'debt',1,'');
INSERT INTO screening VALUES(3,'in_time',1,'');
INSERT INTO screening VALUES(3,'ordered',1,'');
INSERT INTO screening VALUES(3,'public_money',1,'');
INSERT INTO screening VALUES(3,'routine',1,'');
INSERT INTO screening VALUES(3,'stability',1,'');
INSERT INTO screening VALUES(4,'burden',1,'');
INSERT INTO screening VALUES(4,'debt',1,'');
INSERT INTO screening VALUES(4,'in_time',1,'');
INSERT INTO screening VALUES(4,'ordered',1,'');
INSERT INTO screening VALUES(4,'public_money',1,'');
INSERT INTO screening VALUES(4,'routine',1,'');
INSERT INTO screening VALUES(4,'stability',1,'');
INSERT INTO screening VALUES(5,'burden',1,'');
INSERT INTO screening VALUES(5,'debt',1,'');
INSERT INTO screening VALUES(5,'in_time',1,'');
INSERT INTO screening VALUES(5,'ordered',1,'');
INSERT INTO screening VALUES(5,'public_money',1,'');
INSERT INTO screening VALUES(5,'routine',1,'');
INSERT INTO screening VALUES(5,'stability',1,'');
INSERT INTO screening VALUES(6,'burden',1,'');
INSERT INTO screening VALUES(6,'debt',1,'');
INSERT INTO screening VALUES(6,'in_time',1,'');
INSERT INTO screening VALUES(6,'ordered',1,'');
INSERT INTO screening VALUES(6,'public_money',1,'');
INSERT INTO screening VALUES(6,'routine',1,'');
INSERT INTO screening VALUES(6,'stability',1,'');
INSERT INTO screening VALUES(10,'burden',1,'');
INSERT INTO screening VALUES(10,'debt',1,'');
INSERT INTO screening VALUES(10,'in_time',1,'');
INSERT INTO screening VALUES(10,'ordered',1,'');
INSERT INTO screening VALUES(10,'public_money',1,'');
INSERT INTO screening VALUES(10,'routine',1,'');
INSERT INTO screening VALUES(10,'stability',1,'');
INSERT INTO screening VALUES(11,'burden',1,'');
INSERT INTO screening VALUES(11,'debt',1,'');
INSERT INTO screening VALUES(11,'in_time',1,'');
INSERT INTO screening VALUES(11,'ordered',1,'');
INSERT INTO screening VALUES(11,'public_money',1,'');
INSERT INTO screening VALUES(11,'routine',1,'');
INSERT INTO screening VALUES(11,'stability',1,'');
INSERT INTO screening VALUES(12,'burden',1,'');
INSERT INTO screening VALUES(12,'debt',1,'');
INSERT INTO screening VALUES(12,'in_time',1,'');
INSERT INTO screening VALUES(12,'ordered',1,'');
INSERT INTO screening VALUES(12,'public_money',1,'');
INSERT INTO screening VALUES(12,'routine',1,'');
INSERT INTO screening VALUES(12,'stability',1,'');
CREATE TABLE opinion (                               -- asked of a unit, with its deadline and answer
    id integer primary key,
    project integer not null references project,
    kind text not null check (kind in ('land', 'environment', 'budget', 'legality')),
    unit integer not null references unit,
    asked_on text not null,
    due_on text not null,
    answer text check (answer in ('agrees', 'conditions', 'objects')),
    text text not null default '',
    answered_on text,
    is_paper integer not null default 0 check (is_paper in (0, 1)),
    answered_by integer references account,
    constraint opinion_answered check ((answer is null) = (answered_on is null))
) strict;
INSERT INTO opinion VALUES(1,1,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(2,2,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(3,3,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(4,4,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(5,5,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(6,6,'legality',9,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,1);
INSERT INTO opinion VALUES(7,9,'land',10,'2026-10-31','2026-11-20',NULL,'',NULL,0,NULL);
INSERT INTO opinion VALUES(8,10,'legality',14,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,7);
INSERT INTO opinion VALUES(9,11,'legality',14,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,7);
INSERT INTO opinion VALUES(10,12,'legality',14,'2026-11-30','2026-11-30','agrees','未发现与法律法规相抵触的内容（演示）','2026-11-30',1,7);
CREATE TABLE appraisal (                             -- how an appraisal ended, each time it did
    id integer primary key,
    project integer not null references project,
    conclusion text not null check (conclusion in ('pass', 'send-back', 'decline')),
    reason text not null check (reason <> ''),
    exception text not null default '',
    concluded_on text not null,
    concluded_by integer references account
) strict;
INSERT INTO appraisal VALUES(1,1,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(2,2,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(3,3,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(4,4,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(5,5,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(6,6,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',1);
INSERT INTO appraisal VALUES(7,10,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',7);
INSERT INTO appraisal VALUES(8,11,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',7);
INSERT INTO appraisal VALUES(9,12,'pass','群众需要、条件具备、资金落实（演示）','','2026-11-30',7);
CREATE TABLE candidate_list (
    id integer primary key,
    congress integer not null references congress,
    year integer not null,
    number integer not null check (number > 0),
    stage text not null check (stage in ('preliminary', 'reviewed', 'formal', 'frozen')),
    version integer not null default 1 check (version > 0),
    places integer not null check (places > 0),      -- how many are to be chosen
    reviewed_on text,
    decided_how text not null default '',
    constraint candidate_list_number unique (congress, year, number),
    constraint candidate_list_reviewed check ((stage = 'preliminary') = (reviewed_on is null))
) strict;
INSERT INTO candidate_list VALUES(1,6,2026,1,'frozen',1,4,'2026-11-30','举手表决，全票通过（演示）');
INSERT INTO candidate_list VALUES(2,56,2026,1,'frozen',1,2,'2026-11-30','举手表决，全票通过（演示）');
CREATE TABLE candidate_line (
    list integer not null references candidate_list,
    line_no integer not null check (line_no > 0),
    project integer not null references project,
    primary key (list, line_no),
    constraint candidate_line_project unique (list, project)
) strict, without rowid;
INSERT INTO candidate_line VALUES(1,1,1);
INSERT INTO candidate_line VALUES(1,2,2);
INSERT INTO candidate_line VALUES(1,3,3);
INSERT INTO candidate_line VALUES(1,4,4);
INSERT INTO candidate_line VALUES(1,5,5);
INSERT INTO candidate_line VALUES(1,6,6);
INSERT INTO candidate_line VALUES(2,1,10);
INSERT INTO candidate_line VALUES(2,2,11);
INSERT INTO candidate_line VALUES(2,3,12);
CREATE TABLE proposed_line (                         -- of a revision that waits for its second person
    list integer not null references candidate_list,
    line_no integer not null check (line_no > 0),
    project integer not null references project,
    primary key (list, line_no)
) strict, without rowid;
CREATE TABLE list_version (                          -- what exactly was frozen, each time
    list integer not null references candidate_list,
    version integer not null check (version > 0),
    text text not null,                              -- canonical
    hash blob not null check (length(hash) = 32),
    reason text not null default '',                 -- of a version after the first
    fixed_at integer not null,
    primary key (list, version),
    constraint list_version_reason check ((version > 1) = (reason <> ''))
) strict, without rowid;
INSERT INTO list_version VALUES(1,1,replace('minsheng-candidate-list 1\ncongress	qinghe	青河县\nlist	2026	1	1\nplaces	4\nreview	standing_committee	2026-11-30	举手表决，全票通过（演示）\nline	1	1	QH2026-01	牧道建设项目	改造转场牧道86公里，让牲畜平安转场	680000000\nline	2	2	QH2026-02	农村饮水管网更新工程	更换老旧供水管网42公里，解决冬季断水	1250500000\nline	3	3	QH2026-03	乡镇卫生院远程诊疗全覆盖	8个乡镇卫生院接通县医院远程影像和会诊	365000000\nline	4	4	QH2026-04	农村道路安全隐患整治	整治31公里村道，补齐护栏、标志和路灯	890000000\nline	5	5	QH2026-05	寄宿制学校食堂改造	改造5所寄宿制学校食堂，学生吃上热饭	420000000\nline	6	6	QH2026-06	背街小巷夜间照明工程	给县城32条背街小巷装上路灯	210000000\n','\n',char(10)),X'd9f6abcd9ac13e96d823310c08aec248b30ace54f69e4f5493e5b6074eda95b0','',1796038067750);
INSERT INTO list_version VALUES(2,1,replace('minsheng-candidate-list 1\ncongress	chaganguole	查干郭勒乡\nlist	2026	1	1\nplaces	2\nreview	presidium	2026-11-30	举手表决，全票通过（演示）\nline	1	10	CG2026-01	村组牧道维修	维修村组牧道18公里和便桥2座	46000000\nline	2	11	CG2026-02	便民服务大厅双语导办	设双语导办窗口和自助终端	18500000\nline	3	12	CG2026-03	村级饮水点冬季保温	给11处村级饮水点加装保温和电伴热	32000000\n','\n',char(10)),X'2b92b078bdbcea9d6d4822a07fecaf80fb9339df2bed4f3136befec824c65099','',1796038067975);
CREATE TABLE session (
    id integer primary key,
    congress integer not null references congress,
    body text not null check (body in ('congress', 'standing_committee')),
    term_no integer not null check (term_no > 0),
    session_no integer not null check (session_no > 0),
    year integer not null,
    constraint session_number unique (congress, body, term_no, session_no)
) strict;
INSERT INTO session VALUES(1,6,'congress',17,4,2026);
INSERT INTO session VALUES(2,56,'congress',12,7,2026);
CREATE TABLE sitting (
    id integer primary key,
    session integer not null references session,
    number integer not null check (number > 0),
    held_on text not null,
    stage text not null check (stage in ('planned', 'roll_open', 'quorum_declared', 'adjourned',
        'closed')),
    due integer check (due >= 0),                    -- N: fixed when the roll opens
    quorum_present integer,                          -- present when the quorum was declared
    constraint sitting_number unique (session, number),
    constraint sitting_due check ((stage = 'planned') = (due is null))
) strict;
INSERT INTO sitting VALUES(1,1,1,'2026-01-15','quorum_declared',15,15);
INSERT INTO sitting VALUES(2,2,1,'2026-01-15','quorum_declared',49,33);
CREATE TABLE attendance (                            -- the roll: one line a deputy due
    sitting integer not null references sitting,
    deputy integer not null references deputy,
    status text not null check (status in ('present', 'on_leave', 'absent')),
    reason text not null default '',                 -- of a leave
    primary key (sitting, deputy)
) strict, without rowid;
INSERT INTO attendance VALUES(1,1,'present','');
INSERT INTO attendance VALUES(1,2,'present','');
INSERT INTO attendance VALUES(1,3,'present','');
INSERT INTO attendance VALUES(1,4,'present','');
INSERT INTO attendance VALUES(1,5,'present','');
INSERT INTO attendance VALUES(1,6,'present','');
INSERT INTO attendance VALUES(1,7,'present','');
INSERT INTO attendance VALUES(1,8,'present','');
INSERT INTO attendance VALUES(1,9,'present','');
INSERT INTO attendance VALUES(1,10,'present','');
INSERT INTO attendance VALUES(1,11,'present','');
INSERT INTO attendance VALUES(1,12,'present','');
INSERT INTO attendance VALUES(1,13,'present','');
INSERT INTO attendance VALUES(1,14,'present','');
INSERT INTO attendance VALUES(1,15,'present','');
INSERT INTO attendance VALUES(2,16,'present','');
INSERT INTO attendance VALUES(2,17,'present','');
INSERT INTO attendance VALUES(2,18,'present','');
INSERT INTO attendance VALUES(2,19,'present','');
INSERT INTO attendance VALUES(2,20,'present','');
INSERT INTO attendance VALUES(2,21,'present','');
INSERT INTO attendance VALUES(2,22,'present','');
INSERT INTO attendance VALUES(2,23,'present','');
INSERT INTO attendance VALUES(2,24,'present','');
INSERT INTO attendance VALUES(2,25,'present','');
INSERT INTO attendance VALUES(2,26,'present','');
INSERT INTO attendance VALUES(2,27,'present','');
INSERT INTO attendance VALUES(2,28,'present','');
INSERT INTO attendance VALUES(2,29,'present','');
INSERT INTO attendance VALUES(2,30,'present','');
INSERT INTO attendance VALUES(2,31,'present','');
INSERT INTO attendance VALUES(2,32,'present','');
INSERT INTO attendance VALUES(2,33,'present','');
INSERT INTO attendance VALUES(2,34,'present','');
INSERT INTO attendance VALUES(2,35,'present','');
INSERT INTO attendance VALUES(2,36,'present','');
INSERT INTO attendance VALUES(2,37,'present','');
INSERT INTO attendance VALUES(2,38,'present','');
INSERT INTO attendance VALUES(2,39,'present','');
INSERT INTO attendance VALUES(2,40,'present','');
INSERT INTO attendance VALUES(2,41,'present','');
INSERT INTO attendance VALUES(2,42,'present','');
INSERT INTO attendance VALUES(2,43,'present','');
INSERT INTO attendance VALUES(2,44,'present','');
INSERT INTO attendance VALUES(2,45,'present','');
INSERT INTO attendance VALUES(2,46,'present','');
INSERT INTO attendance VALUES(2,47,'present','');
INSERT INTO attendance VALUES(2,48,'present','');
INSERT INTO attendance VALUES(2,49,'on_leave','');
INSERT INTO attendance VALUES(2,50,'on_leave','');
INSERT INTO attendance VALUES(2,51,'on_leave','');
INSERT INTO attendance VALUES(2,52,'on_leave','');
INSERT INTO attendance VALUES(2,53,'on_leave','');
INSERT INTO attendance VALUES(2,54,'on_leave','');
INSERT INTO attendance VALUES(2,55,'on_leave','');
INSERT INTO attendance VALUES(2,56,'on_leave','');
INSERT INTO attendance VALUES(2,57,'on_leave','');
INSERT INTO attendance VALUES(2,58,'on_leave','');
INSERT INTO attendance VALUES(2,59,'on_leave','');
INSERT INTO attendance VALUES(2,60,'on_leave','');
INSERT INTO attendance VALUES(2,61,'on_leave','');
INSERT INTO attendance VALUES(2,62,'on_leave','');
INSERT INTO attendance VALUES(2,63,'on_leave','');
INSERT INTO attendance VALUES(2,64,'on_leave','');
CREATE TABLE movement (                              -- who came or left after the quorum was declared
    sitting integer not null,
    deputy integer not null,
    line_no integer not null check (line_no > 0),    -- of this deputy; no order among deputies, no time
    what text not null check (what in ('arrived', 'left')),
    reason text not null default '',
    first_person integer not null references account,
    second_person integer references account,
    second_officer integer references officer,
    primary key (sitting, deputy, line_no),
    foreign key (sitting, deputy) references attendance,
    constraint movement_second check ((second_person is null) <> (second_officer is null))
) strict, without rowid;
CREATE TABLE issued (                                -- who signed the roll for a slip or for papers
    sitting integer not null,
    deputy integer not null,
    kind text not null default 'slip' check (kind in ('slip', 'paper')),
    primary key (sitting, deputy),
    foreign key (sitting, deputy) references attendance
) strict, without rowid;
INSERT INTO issued VALUES(1,1,'slip');
INSERT INTO issued VALUES(1,2,'slip');
INSERT INTO issued VALUES(1,3,'slip');
INSERT INTO issued VALUES(1,4,'slip');
INSERT INTO issued VALUES(1,5,'slip');
INSERT INTO issued VALUES(1,6,'slip');
INSERT INTO issued VALUES(1,7,'slip');
INSERT INTO issued VALUES(1,8,'slip');
INSERT INTO issued VALUES(1,9,'slip');
INSERT INTO issued VALUES(1,10,'slip');
INSERT INTO issued VALUES(1,11,'slip');
INSERT INTO issued VALUES(1,12,'slip');
INSERT INTO issued VALUES(1,13,'slip');
INSERT INTO issued VALUES(1,14,'slip');
INSERT INTO issued VALUES(1,15,'slip');
CREATE TABLE desk (                                  -- the desk's numbers: no name, no slip, no time
    sitting integer primary key references sitting,
    reserve integer not null default 0 check (reserve >= 0), -- closed slips kept back, with a reason
    reserve_reason text not null default '',
    latecomers_draw integer not null default 0 check (latecomers_draw in (0, 1)),
    slips_in integer not null default 0,             -- unused slips handed in and cancelled
    papers_out integer not null default 0,           -- papers given for them, each at another moment
    papers_in integer not null default 0,            -- clean papers handed in and torn up
    slips_out integer not null default 0,            -- slips drawn for them
    assisted integer not null default 0,             -- deputies who were helped (代写): a number only
    constraint desk_reserve check ((reserve = 0) or (reserve_reason <> '')),
    constraint desk_exchange check
        (papers_out between 0 and slips_in and slips_out between 0 and papers_in)
) strict;
CREATE TABLE officer (                               -- scrutineers and tellers of a session
    id integer primary key,
    session integer not null references session,
    post text not null check (post in ('chief_scrutineer', 'scrutineer', 'teller')),
    name text not null check (name <> ''),
    deputy integer references deputy,                -- scrutineers come from among the deputies
    account integer references account,              -- where the officer also signs in
    unit text not null default '',                   -- where the officer works, for the warning
    adopted_on text,                                 -- civil date of the adoption; null while proposed
    pin_hash text not null default '',               -- as passwords; '' until the officer chose one
    wrong_pins integer not null default 0 check (wrong_pins >= 0), -- five in a row lock the PIN
    constraint officer_deputy unique (session, deputy),
    constraint officer_account unique (session, account)
) strict;
INSERT INTO officer VALUES(1,1,'chief_scrutineer','演示总监票人 001',NULL,2,'','2026-01-15','',0);
INSERT INTO officer VALUES(2,1,'scrutineer','演示监票人 001',NULL,3,'','2026-01-15','',0);
INSERT INTO officer VALUES(3,1,'teller','演示计票人 001',NULL,5,'','2026-01-15','',0);
INSERT INTO officer VALUES(4,1,'teller','演示计票人 002',NULL,12,'','2026-01-15','',0);
INSERT INTO officer VALUES(5,2,'chief_scrutineer','演示总监票人 001',NULL,8,'','2026-01-15','',0);
INSERT INTO officer VALUES(6,2,'scrutineer','演示监票人 001',NULL,9,'','2026-01-15','',0);
CREATE TABLE slip (                                  -- a printed slip; belongs to nobody
    sitting integer not null references sitting,
    code_hash blob not null check (length(code_hash) = 32),      -- keyed hash of the QR's code
    digits_hash blob not null check (length(digits_hash) = 32),  -- keyed hash of the ten digits
    is_cancelled integer not null default 0 check (is_cancelled in (0, 1)),
    primary key (sitting, code_hash),
    constraint slip_code unique (code_hash),
    constraint slip_digits unique (digits_hash)
) strict, without rowid;
INSERT INTO slip VALUES(1,X'240202457b010bef4de72627c109f4465c820387b2814d43cd57d1813c9cbfa5',X'3c52d75a9d704e7a5972a2e51fa650e9edf819a3b529b79d33e32319c03a38de',0);
INSERT INTO slip VALUES(1,X'2c5b8409d157b5e098e26ae6f76ddbbe0e731a38aa0e9e3ed04c055ce15c49f2',X'a54f283e10e8efbfebb8d5820fe2377beaaf7c5b5a1489354f5cc1eaa14ff56c',0);
INSERT INTO slip VALUES(1,X'2d2c992ee88be2cfedc835530a1e993780179fb3c984cd483eb833e0e4d1ead3',X'54b217b30cd532ac1df2dd8cd173ffe5c624e456df2b2288cd40cbd1f1d44a5b',0);
INSERT INTO slip VALUES(1,X'563b77b331483b546d4154a971a440bcbb7b9da1a887d7aab398586b2d3574fb',X'116c29a52dbfa6ba212ac41f366b2b1104068d6754fdab5535f54d1c648c757e',1);
INSERT INTO slip VALUES(1,X'56408cb0d260803d2031e975113759f3a694462e4f11bf6c2c481b176956f409',X'93f2c6c3b9c82200ad7b52231baf7a2ad80c3cdcc8c22ef56fd0b0d8469efdad',1);
INSERT INTO slip VALUES(1,X'58b53d5f32e6114b8095bb1b99414a1b018679ffc539878e7723a671ec883a1c',X'887535f988fb3eafc6d9c346af3f6089f71311dd3aa97b9585a0b2d342b8b382',0);
INSERT INTO slip VALUES(1,X'876033ad1b330e397580f512d336e7c83e37f7504e4d5a20f3cdec9cc96462d7',X'b47d35eb6c0ed4258c47774036e73695774f02d72fbc407c7d75866f66177fed',0);
INSERT INTO slip VALUES(1,X'89ef0d3386f52a7bc83e6082a7d01914ec4813ba09108413b42b8a5ca87c47f5',X'b25c06d3ff34b0bae947ffd62c5a03e21d33046e76840b27d45dbffa51741a79',0);
INSERT INTO slip VALUES(1,X'8c031e95521152b975236159e81c8bf5c57db0c96791d1213cadc2d50ab136a9',X'ceeffb8c32bd491571714dc2c7c84549854f70baf00c95ae75e44d30872ec384',0);
INSERT INTO slip VALUES(1,X'a8979aff44cab37c5faf2b3df48691249964374bf571e6a15bb1e3776ee0ae81',X'4c6343da485687cac147c1dd364646cbad54944edb7c57dcc494411545c2fe6b',1);
INSERT INTO slip VALUES(1,X'ad02aca506058b0a13d7323b091d403624802256d85fe91e8f14fba49be27c75',X'3d3374f771ed3ca422f0eca0c0a9da0ae5bb06ecf20714ea7212bc244466cf25',1);
INSERT INTO slip VALUES(1,X'b121f7151b80e83509fcfb05e4a4e98b82ec47cf6b855e8c1a82563359c4d132',X'95e9c00e78b0943a62bfea467587e3428aad7cbbcc782d95d41a0ac89ef4beef',0);
INSERT INTO slip VALUES(1,X'b3b0a5049c03f8d68cbbf4287ddc7b5db4a20c4bd75b21e3901f1f305ffb448b',X'4d26cc04f731351de0dd2dbfbaf8ef5d5941f466c86a3cd92d94b972715d4802',0);
INSERT INTO slip VALUES(1,X'bd5eafef574a28b5a9ef227cd19b35b592f23ad2b24b40cdeb31ad2640ca2745',X'25b7bb6f53f425fd859e5c4b39c97e4708539f881a49db981fc309e35832ef9e',0);
INSERT INTO slip VALUES(1,X'bf5057d1bb6832b925d12c5371bf91552dec9ac9042e90d28a36c132cda7bdb4',X'e56561bf6933bdc46f063eb1e2c1be61c91fc3692666e9bced6dea47dd649f2e',0);
INSERT INTO slip VALUES(1,X'c28474351d74a2a631db98672641867e0efdc90ea17995f1a3d55cba7d64478c',X'c6d5510a57744b8cfa3cf4a43a3026664aeb732fb0a67fb47481e3d71827168b',0);
INSERT INTO slip VALUES(1,X'd450721d1966c1c0e806745c799c1d4f3b088e86e52029a19d108d142bda4437',X'd03f2bfffad9d9a564b6e5766e63a64636052f083ed80a689d9da71272b73187',0);
INSERT INTO slip VALUES(1,X'dcd3d7f52bffbfa2b455ac1c71a410d32713dee9f6de86dfcb218cd5c009d15a',X'137640b711ab05ff87d4c8c97d892f72657217c5843d55fa0a24e8a68396f395',0);
INSERT INTO slip VALUES(1,X'f145bddee53308eaa347531fa7b522651d5ba08625b98b96990718ba1897b6e5',X'd5177f0d5f79b8a3f7162a2588a13e2cb98ae850e3fa8a592061432bf7bb5542',0);
INSERT INTO slip VALUES(1,X'fff46ca516e2bb21a606efd2dbeb1c45c6b770e6a12782cfaadcec503050f092',X'b801a256d2b25dbd5b2ca87999a6fd486dc981cc9deb16651daddaa5cd0b8a48',1);
CREATE TABLE poll (
    id integer primary key,
    session integer not null references session,
    title text not null,
    rules text not null,                             -- canonical text of the rules of the first round
    rules_adopted integer not null default 0 check (rules_adopted in (0, 1)),
    colour text not null default 'white'             -- of its papers and of its mark on screens
        check (colour in ('white', 'pink', 'yellow', 'green', 'blue')),
    warnings_reason text not null default '',        -- why warnings about the rules were accepted
    list integer references candidate_list           -- the formal list that its lines come from
) strict;
INSERT INTO poll VALUES(1,1,'2026年民生实事项目票决',replace('minsheng-rules 1\ntemplate = per-item\nkind = per-item\nbody = congress\nplaces = 4\nquorum = two-thirds\nbase = in-office\npass = majority\nhalf = fails\nsurplus-percent = 20\nlimit = places\nunmarked = abstain\novermark = paper-void\nundermark = valid\nblank = valid\nrank-sum = borda falling\nscale = three\ngrades = chain\ntie = run-off\nrunoff-needs-majority = no\nsecond-tie = presidium\nshortfall = take-fewer\nsupplementary-rounds = 1\nshows-preliminary = no\nasks-remarks = no\nclause quorum = 1\nclause base = 10\nclause majority = 11\nclause surplus = 2\nclause ballot = 3\nclause limit = 4\nclause overmark = 6\nclause undermark = 5\nclause unmarked = 7\nclause blank = 8\nclause returned = 9\nclause most-votes = 12\nclause tie = 13\nclause run-off = 14\nclause second-tie = 15\nclause shortfall = 16\n','\n',char(10)),1,'white','',1);
INSERT INTO poll VALUES(2,2,'2026年民生实事项目票决',replace('minsheng-rules 1\ntemplate = per-item\nkind = per-item\nbody = congress\nplaces = 2\nquorum = two-thirds\nbase = in-office\npass = majority\nhalf = fails\nsurplus-percent = 20\nlimit = places\nunmarked = abstain\novermark = paper-void\nundermark = valid\nblank = valid\nrank-sum = borda falling\nscale = three\ngrades = chain\ntie = run-off\nrunoff-needs-majority = no\nsecond-tie = presidium\nshortfall = take-fewer\nsupplementary-rounds = 1\nshows-preliminary = no\nasks-remarks = no\nclause quorum = 1\nclause base = 10\nclause majority = 11\nclause surplus = 2\nclause ballot = 3\nclause limit = 4\nclause overmark = 6\nclause undermark = 5\nclause unmarked = 7\nclause blank = 8\nclause returned = 9\nclause most-votes = 12\nclause tie = 13\nclause run-off = 14\nclause second-tie = 15\nclause shortfall = 16\n','\n',char(10)),1,'white','',2);
CREATE TABLE round (
    id integer primary key,
    poll integer not null references poll,
    sitting integer not null references sitting,
    number integer not null check (number > 0),
    kind text not null check (kind in ('first', 'run_off', 'supplementary')),
    stage text not null check (stage in ('draft', 'frozen', 'sealed', 'issuing', 'open', 'paused',
        'closed', 'accounted', 'opened', 'counted', 'certified', 'void')),
    rules text not null,                             -- canonical text
    rules_hash blob check (length(rules_hash) = 32),
    slate text not null default '',                  -- canonical text, written by freezing
    slate_hash blob check (length(slate_hash) = 32),
    box_digest blob check (length(box_digest) = 32), -- of the closed box
    issued integer,                                  -- facts of the account, written by closing
    returned integer,
    is_dirty integer not null default 0 check (is_dirty in (0, 1)), -- opened or voided, not yet scrubbed
    void_reason text not null default '',
    decided_by_presidium text not null default '',   -- canonical decision where the rules leave it to them
    constraint round_number unique (poll, number),
    constraint round_frozen check
        ((stage = 'draft') = (rules_hash is null) and (rules_hash is null) = (slate_hash is null)),
    constraint round_void_reason check ((stage = 'void') = (void_reason <> ''))
) strict;
INSERT INTO round VALUES(1,1,1,1,'first','certified',replace('minsheng-rules 1\ntemplate = per-item\nkind = per-item\nbody = congress\nplaces = 4\nquorum = two-thirds\nbase = in-office\npass = majority\nhalf = fails\nsurplus-percent = 20\nlimit = places\nunmarked = abstain\novermark = paper-void\nundermark = valid\nblank = valid\nrank-sum = borda falling\nscale = three\ngrades = chain\ntie = run-off\nrunoff-needs-majority = no\nsecond-tie = presidium\nshortfall = take-fewer\nsupplementary-rounds = 1\nshows-preliminary = no\nasks-remarks = no\nclause quorum = 1\nclause base = 10\nclause majority = 11\nclause surplus = 2\nclause ballot = 3\nclause limit = 4\nclause overmark = 6\nclause undermark = 5\nclause unmarked = 7\nclause blank = 8\nclause returned = 9\nclause most-votes = 12\nclause tie = 13\nclause run-off = 14\nclause second-tie = 15\nclause shortfall = 16\n','\n',char(10)),X'a584fbcbed50dcd70ef7f7df232c9fac64e285e280989236519504cc043ce082',replace('minsheng-slate 3\ncongress	qinghe	青河县\nsession	congress	17	4\npoll	1	2026年民生实事项目票决\nround	1	first\nlist	2026	1	1	d9f6abcd9ac13e96d823310c08aec248b30ace54f69e4f5493e5b6074eda95b0\nline	1	1	牧道建设项目	改造转场牧道86公里，让牲畜平安转场	680000000	整修路基、加固桥涵、增设围栏和警示牌，沿途建饮水点6处、避风棚4处\nline	2	2	农村饮水管网更新工程	更换老旧供水管网42公里，解决冬季断水	1250500000	更换主管和入户管、加深埋管、改造泵房3座、安装智能水表\nline	3	3	乡镇卫生院远程诊疗全覆盖	8个乡镇卫生院接通县医院远程影像和会诊	365000000	配备远程会诊终端、便携超声和心电设备，培训操作人员，建立双语问诊服务\nline	4	4	农村道路安全隐患整治	整治31公里村道，补齐护栏、标志和路灯	890000000	破损路面修补、急弯陡坡加护栏、学校路口增设减速带和太阳能路灯\nline	5	5	寄宿制学校食堂改造	改造5所寄宿制学校食堂，学生吃上热饭	420000000	更新后厨设备、扩建就餐区、接通明厨亮灶监控\nline	6	6	背街小巷夜间照明工程	给县城32条背街小巷装上路灯	210000000	安装节能路灯480盏，更换老化线路\n','\n',char(10)),X'5df69c667edc3b8e79c435c879626fe5ce949824b32cab318747e04c7485d865',X'09d73cfb8b972fa42c80d35a55bb0baa01e04daab373173d2ac1309d41b4957c',15,14,0,'','');
INSERT INTO round VALUES(2,2,2,1,'first','frozen',replace('minsheng-rules 1\ntemplate = per-item\nkind = per-item\nbody = congress\nplaces = 2\nquorum = two-thirds\nbase = in-office\npass = majority\nhalf = fails\nsurplus-percent = 20\nlimit = places\nunmarked = abstain\novermark = paper-void\nundermark = valid\nblank = valid\nrank-sum = borda falling\nscale = three\ngrades = chain\ntie = run-off\nrunoff-needs-majority = no\nsecond-tie = presidium\nshortfall = take-fewer\nsupplementary-rounds = 1\nshows-preliminary = no\nasks-remarks = no\nclause quorum = 1\nclause base = 10\nclause majority = 11\nclause surplus = 2\nclause ballot = 3\nclause limit = 4\nclause overmark = 6\nclause undermark = 5\nclause unmarked = 7\nclause blank = 8\nclause returned = 9\nclause most-votes = 12\nclause tie = 13\nclause run-off = 14\nclause second-tie = 15\nclause shortfall = 16\n','\n',char(10)),X'6b109e73973aec63eb0d391546431634fd4d7a3c4624d97a377f48befc1b4daf',replace('minsheng-slate 3\ncongress	chaganguole	查干郭勒乡\nsession	congress	12	7\npoll	2	2026年民生实事项目票决\nround	1	first\nlist	2026	1	1	2b92b078bdbcea9d6d4822a07fecaf80fb9339df2bed4f3136befec824c65099\nline	1	10	村组牧道维修	维修村组牧道18公里和便桥2座	46000000	平整路面、加固便桥、清理落石\nline	2	11	便民服务大厅双语导办	设双语导办窗口和自助终端	18500000	改造服务窗口，配自助终端2台，双语标识全覆盖\nline	3	12	村级饮水点冬季保温	给11处村级饮水点加装保温和电伴热	32000000	加装保温棚和电伴热带，更换阀门\n','\n',char(10)),X'd6a3ae6b52b7190e21e992dea8560b99140b9a41e9cf4d423b73f2d64afd5a84',NULL,NULL,NULL,0,'','');
CREATE TABLE round_line (                            -- what a round asks about, in the order of its paper
    round integer not null references round,
    line_no integer not null check (line_no > 0),
    project integer references project,              -- a project of the library: every line of a selection,
    part text not null default '',                   -- or a part of it by its name,
    unit integer references unit,                    -- or a unit by its work: lines of evaluations
    about text not null default '',                  -- what a unit is asked about for, as on the ballot
    primary key (round, line_no),
    constraint round_line_project unique (round, project, part),
    constraint round_line_unit unique (round, unit),
    constraint round_line_subject check ((project is null) <> (unit is null)),
    constraint round_line_part check (part = '' or project is not null),
    constraint round_line_about check (about = '' or unit is not null)
) strict, without rowid;
INSERT INTO round_line VALUES(1,1,1,'',NULL,'');
INSERT INTO round_line VALUES(1,2,2,'',NULL,'');
INSERT INTO round_line VALUES(1,3,3,'',NULL,'');
INSERT INTO round_line VALUES(1,4,4,'',NULL,'');
INSERT INTO round_line VALUES(1,5,5,'',NULL,'');
INSERT INTO round_line VALUES(1,6,6,'',NULL,'');
INSERT INTO round_line VALUES(2,1,10,'',NULL,'');
INSERT INTO round_line VALUES(2,2,11,'',NULL,'');
INSERT INTO round_line VALUES(2,3,12,'',NULL,'');
CREATE TABLE paper_stock (                           -- papers of a round, in numbers
    round integer primary key references round,
    printed integer not null default 0 check (printed >= 0)
) strict;
CREATE TABLE spoilt_paper (                          -- handed back before casting, replaced by a new one
    round integer not null references round,
    number integer not null check (number > 0),
    reason text not null check (reason <> ''),
    primary key (round, number)
) strict, without rowid;
CREATE TABLE paper_box (                             -- papers found in each box, entered by two people
    round integer not null references round,
    box integer not null check (box > 0),
    papers integer not null check (papers >= 0),
    primary key (round, box)
) strict, without rowid;
CREATE TABLE ballot_account (                        -- 清点单: fixed by closing, one line a kind
    round integer not null references round,
    kind text not null check (kind in ('slip', 'paper')),
    printed integer not null,
    issued integer not null,                         -- in deputies' hands when voting closed
    handed_in integer not null,                      -- exchanged for the other kind
    spoilt integer not null,                         -- replaced
    cancelled integer not null,                      -- left over and made useless
    unused integer not null,                         -- kept back, never handed out
    returned integer,                                -- papers: unknown until two people entered it
    primary key (round, kind),
    constraint ballot_account_equation check
        (printed = issued + handed_in + spoilt + cancelled + unused)
) strict, without rowid;
INSERT INTO ballot_account VALUES(1,'paper',0,0,0,0,0,0,0);
INSERT INTO ballot_account VALUES(1,'slip',20,15,0,0,5,0,14);
CREATE TABLE act_request (                           -- the first of two people; gone when done
    subject text not null check (subject in ('round', 'poll', 'list', 'officer', 'sitting')),
    id integer not null,
    act text not null,
    asked_by integer not null references account,
    asked_at integer not null,
    reason text not null default '',
    primary key (subject, id, act)
) strict, without rowid;
CREATE TABLE act_done (                              -- who stood for an act, and when: for the run-sheet
    id integer primary key,
    subject text not null check (subject in ('round', 'poll', 'list', 'officer', 'sitting')),
    subject_id integer not null,
    act text not null,
    first_person integer not null references account,
    second_person integer references account,        -- with an account of one's own,
    second_officer integer references officer,       -- or with a PIN on the first one's screen
    done_at integer not null,
    constraint act_done_second check (second_person is null or second_officer is null),
    constraint act_done_two_people check (first_person <> second_person)
) strict;
INSERT INTO act_done VALUES(1,'sitting',1,'open-roll',1,NULL,NULL,1796038067739);
INSERT INTO act_done VALUES(2,'sitting',1,'declare-quorum',1,NULL,NULL,1796038067743);
INSERT INTO act_done VALUES(3,'sitting',1,'adopt-officers',1,NULL,NULL,1796038067744);
INSERT INTO act_done VALUES(4,'poll',1,'adopt-rules',1,NULL,NULL,1796038067745);
INSERT INTO act_done VALUES(5,'round',1,'freeze',1,2,NULL,1796038067750);
INSERT INTO act_done VALUES(6,'round',1,'seal',1,2,NULL,1796038067758);
INSERT INTO act_done VALUES(7,'round',1,'start-issuing',1,NULL,NULL,1796038067761);
INSERT INTO act_done VALUES(8,'round',1,'open-vote',1,2,NULL,1796038067802);
INSERT INTO act_done VALUES(9,'round',1,'close-vote',1,2,NULL,1796038067832);
INSERT INTO act_done VALUES(10,'round',1,'confirm-account',1,NULL,NULL,1796038067834);
INSERT INTO act_done VALUES(11,'round',1,'open-box',1,2,NULL,1796038067841);
INSERT INTO act_done VALUES(12,'round',1,'count',1,NULL,NULL,1796038067880);
INSERT INTO act_done VALUES(13,'round',1,'certify',1,2,NULL,1796038067888);
INSERT INTO act_done VALUES(14,'sitting',2,'open-roll',7,NULL,NULL,1796038067965);
INSERT INTO act_done VALUES(15,'sitting',2,'declare-quorum',7,NULL,NULL,1796038067970);
INSERT INTO act_done VALUES(16,'sitting',2,'adopt-officers',7,NULL,NULL,1796038067971);
INSERT INTO act_done VALUES(17,'poll',2,'adopt-rules',7,NULL,NULL,1796038067972);
INSERT INTO act_done VALUES(18,'round',2,'freeze',7,8,NULL,1796038067975);
CREATE TABLE cast_right (                            -- the right of one slip in one round
    round integer not null references round,
    slip blob not null check (length(slip) = 32),
    spent integer not null default 0 check (spent in (0, 1)),
    form_hash blob check (length(form_hash) = 32),   -- of the form that spent it, for a repeat
    primary key (round, slip),
    constraint cast_right_form check ((spent = 1) = (form_hash is not null))
) strict, without rowid;
INSERT INTO cast_right VALUES(1,X'240202457b010bef4de72627c109f4465c820387b2814d43cd57d1813c9cbfa5',0,NULL);
INSERT INTO cast_right VALUES(1,X'2c5b8409d157b5e098e26ae6f76ddbbe0e731a38aa0e9e3ed04c055ce15c49f2',0,NULL);
INSERT INTO cast_right VALUES(1,X'2d2c992ee88be2cfedc835530a1e993780179fb3c984cd483eb833e0e4d1ead3',0,NULL);
INSERT INTO cast_right VALUES(1,X'58b53d5f32e6114b8095bb1b99414a1b018679ffc539878e7723a671ec883a1c',0,NULL);
INSERT INTO cast_right VALUES(1,X'876033ad1b330e397580f512d336e7c83e37f7504e4d5a20f3cdec9cc96462d7',0,NULL);
INSERT INTO cast_right VALUES(1,X'89ef0d3386f52a7bc83e6082a7d01914ec4813ba09108413b42b8a5ca87c47f5',0,NULL);
INSERT INTO cast_right VALUES(1,X'8c031e95521152b975236159e81c8bf5c57db0c96791d1213cadc2d50ab136a9',0,NULL);
INSERT INTO cast_right VALUES(1,X'b121f7151b80e83509fcfb05e4a4e98b82ec47cf6b855e8c1a82563359c4d132',0,NULL);
INSERT INTO cast_right VALUES(1,X'b3b0a5049c03f8d68cbbf4287ddc7b5db4a20c4bd75b21e3901f1f305ffb448b',0,NULL);
INSERT INTO cast_right VALUES(1,X'bd5eafef574a28b5a9ef227cd19b35b592f23ad2b24b40cdeb31ad2640ca2745',0,NULL);
INSERT INTO cast_right VALUES(1,X'bf5057d1bb6832b925d12c5371bf91552dec9ac9042e90d28a36c132cda7bdb4',0,NULL);
INSERT INTO cast_right VALUES(1,X'c28474351d74a2a631db98672641867e0efdc90ea17995f1a3d55cba7d64478c',0,NULL);
INSERT INTO cast_right VALUES(1,X'd450721d1966c1c0e806745c799c1d4f3b088e86e52029a19d108d142bda4437',0,NULL);
INSERT INTO cast_right VALUES(1,X'dcd3d7f52bffbfa2b455ac1c71a410d32713dee9f6de86dfcb218cd5c009d15a',0,NULL);
INSERT INTO cast_right VALUES(1,X'f145bddee53308eaa347531fa7b522651d5ba08625b98b96990718ba1897b6e5',0,NULL);
CREATE TABLE sealed_box (                            -- what the ballots of a round are sealed to
    round integer primary key references round,
    name text not null check (length(name) = 8),     -- printed on its cards and on the statement
    holding text not null check (holding in ('server', '1-of-2', '2-of-3', '3-of-5')),
    context blob,                                    -- what its key is bound to
    public_key blob check (length(public_key) = 32), -- gone once the box is open or the round void
    destroyed integer check (destroyed between 0 and 5), -- cards destroyed before the sitting
    constraint sealed_box_key check ((context is null) = (public_key is null))
) strict;
INSERT INTO sealed_box VALUES(1,'PX51V04P','server',NULL,NULL,NULL);
CREATE TABLE card (                                  -- of a box until it is open; never a share itself
    round integer not null references sealed_box,
    number integer not null check (number between 1 and 5),
    hash blob not null check (length(hash) = 32),
    holder integer references account,               -- who saw it, once: signed in,
    officer integer references officer,              -- or by a PIN on somebody else's screen
    is_checked integer not null default 0 check (is_checked in (0, 1)), -- typed back, and right
    primary key (round, number),
    constraint card_one_each unique (round, holder),
    constraint card_one_holder check (holder is null or officer is null)
) strict, without rowid;
CREATE TABLE box_ballot (                            -- a sealed ballot in the box under a random key
    round integer not null references round,
    key blob not null check (length(key) = 16),
    body blob not null check (length(body) > 50),    -- 32 of the key, the paper, 16 of the tag
    primary key (round, key)
) strict, without rowid;
CREATE TABLE box_remark (                            -- of a round that asks for remarks: one a ballot, sealed
    round integer not null references round,         -- apart from it, of one length whatever was written
    key blob not null check (length(key) = 16),
    body blob not null check (length(body) > 50),
    primary key (round, key)
) strict, without rowid;
CREATE TABLE paper_batch (                           -- papers that two tellers typed alike; who, the log says
    round integer not null references round,
    number integer not null check (number > 0),
    papers integer not null check (papers > 0),
    digest blob not null check (length(digest) = 32), -- of its sealed papers
    primary key (round, number)
) strict, without rowid;
CREATE TABLE batch_paper (                           -- a typed paper, sealed as ballots are, until the
    round integer not null,                          -- box is open; unsealed it is in no file
    batch integer not null,
    key blob not null check (length(key) = 16),
    body blob not null check (length(body) > 50),
    primary key (round, key),
    foreign key (round, batch) references paper_batch
) strict, without rowid;
CREATE TABLE opened_paper (                          -- after opening: a multiset, no keys, no order
    round integer not null references round,
    verdict text not null check (verdict in ('valid', 'blank', 'void')),
    reason text not null default '',
    pattern blob not null,
    papers integer not null check (papers > 0),
    primary key (round, verdict, reason, pattern)
) strict, without rowid;
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010002010101',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101000103',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101010002',2);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101010203',2);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101010300',3);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101020301',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010101030102',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010103010103',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161010300020101',1);
INSERT INTO opened_paper VALUES(1,'valid','',X'0161030002030002',1);
CREATE TABLE opened_remark (                         -- after opening: in groups of three or more on a line,
    round integer not null references round,         -- without names, each line mixed for itself by a fresh
    line_no integer not null check (line_no > 0),    -- key; smaller groups are never written down
    key blob not null check (length(key) = 16),
    text text not null check (text <> ''),
    primary key (round, line_no, key)
) strict, without rowid;
CREATE TABLE screen (                                -- a hall screen: what it shows, no secret
    id integer primary key,
    sitting integer not null references sitting,
    name text not null check (name <> ''),
    code text not null check (length(code) = 6 and code not glob '*[^0-9]*'), -- reads scenes, no more
    scene text not null check (scene in ('standby', 'roll', 'candidates', 'candidate', 'rules',
        'officers', 'empty_box', 'issuing', 'voting', 'closed', 'account', 'counting', 'result',
        'undecided', 'notice', 'recess', 'wait')),
    round integer references round,
    line_no integer check (line_no > 0),             -- of one candidate
    page integer not null default 1 check (page > 0),
    uncovered integer check (uncovered >= 0),        -- lines uncovered so far; null: all
    size integer not null default 0 check (size between -4 and 4),
    constraint screen_code unique (code),
    constraint screen_line check (line_no is null or round is not null)
) strict;
CREATE TABLE statement (                             -- certified record: written once, then followed
    id integer primary key,
    poll integer not null references poll,
    version integer not null check (version > 0),
    text text not null,                              -- canonical
    digest blob not null check (length(digest) = 32),
    reason text not null default '',                 -- of a correction
    first_person integer not null references account,
    second_person integer references account,
    second_officer integer references officer,       -- who stood for it with a PIN
    certified_at integer not null,
    constraint statement_version unique (poll, version),
    constraint statement_two_people check (first_person <> second_person),
    constraint statement_second check ((second_person is null) <> (second_officer is null)),
    constraint statement_correction check ((version > 1) = (reason <> ''))
) strict;
INSERT INTO statement VALUES(1,1,1,replace('minsheng-statement	4\nversion	1\ncongress	qinghe	青河县\nsession	congress	17	4	2026\nsitting	1	2026-01-15\ndue	15\npresent	15\npoll	1	2026年民生实事项目票决\nround	1	first	counted	\nballot	per-item\nrules	a584fbcbed50dcd70ef7f7df232c9fac64e285e280989236519504cc043ce082\nslate	5df69c667edc3b8e79c435c879626fe5ce949824b32cab318747e04c7485d865\nbox	09d73cfb8b972fa42c80d35a55bb0baa01e04daab373173d2ac1309d41b4957c\nsealed	PX51V04P	server\nissued	15\naccount	slip	20	15	0	0	5	0	14\naccount	paper	0	0	0	0	0	0	0\nreturned	14\nvalid	14\nblank	0\nneeded	8\nplaces	4\nline	1	牧道建设项目	13	0	1	-	1	selected	majority\nline	2	农村饮水管网更新工程	11	0	3	-	2	selected	majority\nline	3	乡镇卫生院远程诊疗全覆盖	10	2	2	-	3	selected	majority\nline	4	农村道路安全隐患整治	9	2	3	-	4	selected	majority\nline	5	寄宿制学校食堂改造	5	2	7	-	5	below_threshold	majority\nline	6	背街小巷夜间照明工程	3	4	7	-	6	below_threshold	majority\nstep	presence	present=15 quorum=10 met=yes	quorum	1\nstep	account	issued=15 returned=14 missing=1	returned	9\nstep	papers	returned=14 valid=14 void=0 blank=0	blank	8\nstep	unmarked-lines	lines=10	unmarked	7\nstep	base	of=in-office number=15	base	10\nstep	needed	votes=8	majority	11\nstep	passed	passed=4 places=4	majority	11\nstep	all-selected	lines=1,2,3,4	majority	11\nstep	stands		most-votes	12\ndecision	complete\naudit	5965c1f2f20e6b4c10a448adb3293ffe36ccc6ee827689ed1f98a32b11ca7281\n','\n',char(10)),X'418ac2827a5684bcf0784320dcb51698e98f3bf2afa63848f58771212e4bc6aa','',1,2,NULL,1796038067888);
CREATE TABLE vote_result (                           -- of each project that was voted on, by poll
    project integer not null references project,
    poll integer not null references poll,
    votes integer not null,
    needed integer not null,
    rank integer not null,
    is_selected integer not null check (is_selected in (0, 1)),
    primary key (project, poll)
) strict, without rowid;
INSERT INTO vote_result VALUES(1,1,13,8,1,1);
INSERT INTO vote_result VALUES(2,1,11,8,2,1);
INSERT INTO vote_result VALUES(3,1,10,8,3,1);
INSERT INTO vote_result VALUES(4,1,9,8,4,1);
INSERT INTO vote_result VALUES(5,1,5,8,5,0);
INSERT INTO vote_result VALUES(6,1,3,8,6,0);
CREATE TABLE evaluation (                            -- a poll that grades what was built (满意度测评)
    poll integer primary key references poll,
    second_of integer references poll,               -- the evaluation whose dissatisfied it asks about again
    constraint evaluation_other check (second_of <> poll)
) strict;
CREATE TABLE grade_result (                          -- of each line that was graded, by poll
    poll integer not null references evaluation,
    line_no integer not null check (line_no > 0),
    project integer references project,              -- what the line asked about, as in round_line
    part text not null default '',
    unit integer references unit,
    satisfied integer not null,
    basically integer not null,
    dissatisfied integer not null,
    abstain integer not null,
    base integer not null,                           -- the number of which grades are taken
    grade text not null check (grade in ('satisfied', 'basically', 'dissatisfied')),
    finding integer references finding,              -- the rectification that a dissatisfied one opened
    primary key (poll, line_no),
    constraint grade_result_subject check ((project is null) <> (unit is null)),
    constraint grade_result_part check (part = '' or project is not null)
) strict, without rowid;
CREATE TABLE notice (
    id integer primary key,
    poll integer not null references poll,
    statement integer not null references statement,
    number integer not null,                         -- of the congress in its session
    published_at integer not null,
    constraint notice_statement unique (statement)
) strict;
CREATE TABLE deputy_group (                          -- supervises projects; a plan names it by its name
    id integer primary key,
    congress integer not null references congress,
    name text not null check (name <> ''),
    constraint deputy_group_name unique (congress, name)
) strict;
CREATE TABLE deputy_group_member (
    deputy_group integer not null references deputy_group,
    deputy integer not null references deputy,
    primary key (deputy_group, deputy)
) strict, without rowid;
CREATE TABLE plan (                                  -- a version of a project's plan; never edited
    id integer primary key,
    project integer not null references project,
    version integer not null check (version > 0),
    unit integer not null references unit,           -- leads the work and reports on it
    in_force_from text not null,
    target text not null,                            -- the year's target in words
    quantity integer check (quantity > 0),           -- and as an amount
    measure text not null default '',
    place text not null default '',
    leader text not null,
    partners text not null default '',
    acceptance text not null,                        -- when it counts as accepted
    supervisors text not null,                       -- the deputies' group, by its name
    start_by text not null,
    accept_by text not null,
    constraint plan_version unique (project, version),
    constraint plan_days check (start_by <= accept_by)
) strict;
CREATE TABLE plan_fund (
    plan integer not null references plan,
    line_no integer not null check (line_no > 0),
    source text not null,
    amount integer not null check (amount > 0),
    primary key (plan, line_no)
) strict, without rowid;
CREATE TABLE milestone (
    id integer primary key,
    plan integer not null references plan,
    line_no integer not null check (line_no > 0),
    name text not null,
    due text not null,
    share integer not null check (share between 0 and 1000),     -- thousandths of the work, in all
    reached_on text,                                 -- since when a checked report says so
    constraint milestone_line unique (plan, line_no)
) strict;
CREATE TABLE report (                                -- of a month; a correction is the next version
    id integer primary key,
    project integer not null references project,
    month text not null check (month glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    version integer not null check (version > 0),
    done integer not null check (done between 0 and 1000),
    quantity integer check (quantity >= 0),
    paid integer not null check (paid >= 0),
    status text not null,
    problem text not null default '',
    next_step text not null default '',
    why text not null default '',                    -- a figure fell, or what a correction corrects
    written_by integer not null references account,
    written_at integer not null,
    checked_by integer references account,
    checked_on text,
    constraint report_version unique (project, month, version),
    constraint report_checked check ((checked_by is null) = (checked_on is null))
) strict;
CREATE TABLE report_milestone (                      -- milestones that a report says are reached
    report integer not null references report,
    milestone integer not null references milestone,
    primary key (report, milestone)
) strict, without rowid;
CREATE TABLE project_fact (                          -- three facts at the end of the works, and the start
    project integer not null references project,
    kind text not null check (kind in ('started', 'finished', 'accepted', 'in_use')),
    happened_on text not null,
    known_on text not null,
    document text not null default '',
    noted_by integer not null references account,
    primary key (project, kind)
) strict, without rowid;
CREATE TABLE light_rule (                            -- numbers of a congress's lights, from a month on
    congress integer not null references congress,
    from_month text not null,
    yellow_days integer not null check (yellow_days >= 0),
    yellow_points integer not null check (yellow_points between 0 and 1000),
    report_by_day integer not null check (report_by_day between 1 and 28),
    primary key (congress, from_month)
) strict, without rowid;
CREATE TABLE tray (                                  -- photos that wait for a report or finding
    id integer primary key,
    account integer not null references account,
    project integer not null references project,
    touched_at integer not null,                     -- forgotten four days after
    constraint tray_one unique (account, project)
) strict;
CREATE TABLE upload (                                -- a photo on its way; its bytes lie in a file
    key text primary key check (length(key) = 32),
    tray integer not null references tray,
    total integer not null check (total > 0),
    keeps_spot integer not null check (keeps_spot in (0, 1)),
    begun_at integer not null,
    picture integer references picture               -- once it was whole
) strict, without rowid;
CREATE TABLE closed_year (                           -- no report of its months is taken any more
    congress integer not null references congress,
    year integer not null,
    closed_on text not null,
    primary key (congress, year)
) strict, without rowid;
CREATE TABLE finding (                               -- a line of the ledger
    id integer primary key,
    project integer references project,              -- null: of a unit's work as a whole
    year integer not null,
    number integer not null check (number > 0),      -- in the year's ledger of the congress
    congress integer not null references congress,
    stage text not null check (stage in ('found', 'sent', 'answered', 'closed', 'dismissed')),
    text text not null,
    place text not null default '',
    found_on text not null,
    finder integer not null references account,
    found_by text not null,
    unit integer references unit,
    due text,
    answered_by integer references account,
    reopened integer not null default 0 check (reopened >= 0),
    closed_on text,
    constraint finding_number unique (congress, year, number),
    constraint finding_about check (project is not null or unit is not null),
    constraint finding_sent check (stage in ('found', 'dismissed') or (unit is not null and due is not null)),
    constraint finding_closed check ((stage = 'closed') = (closed_on is not null))
) strict;
CREATE TABLE finding_step (                          -- everything that was done with it
    finding integer not null references finding,
    step_no integer not null check (step_no > 0),
    act text not null,
    text text not null default '',
    due text,
    approver text not null default '',
    account integer not null references account,
    done_by text not null,
    done_on text not null,
    primary key (finding, step_no)
) strict, without rowid;
CREATE TABLE rating (                                -- what residents say at the site: no name, no address
    id integer primary key,
    project integer not null references project,
    month text not null,                             -- the only time that is kept
    word text not null check (word in ('satisfied', 'fair', 'dissatisfied')),
    remark text not null default '',                 -- for the office: it may name people
    device blob not null check (length(device) = 32),-- keyed hash over phone, project and month
    finding integer references finding,              -- what a low one became
    constraint rating_once unique (project, month, device)
) strict;
CREATE TABLE plan_change (                           -- what a body must decide
    id integer primary key,
    project integer not null references project,
    kind text not null check (kind in ('scale', 'place', 'amount', 'date', 'suspend', 'resume',
        'terminate')),
    reason text not null check (reason <> ''),
    before text not null,
    after text not null default '',
    asked_on text not null,
    asked_by text not null,
    body text check (body in ('congress', 'standing_committee')),
    is_granted integer check (is_granted in (0, 1)),
    decided_on text,
    document text not null default '',
    notice text not null default '',
    constraint plan_change_decided check
        ((body is null) = (is_granted is null) and (body is null) = (decided_on is null)
         and (body is null or document <> ''))
) strict;
CREATE TABLE entry (                                 -- of the supervision calendar
    id integer primary key,
    congress integer not null references congress,
    kind text not null check (kind in ('special_inquiry', 'public_qa', 'visit', 'law_check', 'study',
        'look_back', 'year_end_report')),
    topic text not null check (topic <> ''),
    happens_on text not null,
    unit text not null default '',
    looks_back_at integer references entry,
    held_on text,
    outcome text not null default '',
    constraint entry_look_back check ((kind = 'look_back') = (looks_back_at is not null))
) strict;
CREATE TABLE question (                              -- asked at an entry, answered there or by a day
    id integer primary key,
    entry integer not null references entry,
    asked_by text not null default '',
    text text not null check (text <> ''),
    project integer references project,
    answer_by text,
    answer text not null default '',
    answered_on text,
    finding integer references finding,
    constraint question_answered check ((answer = '') = (answered_on is null)),
    constraint question_owed check (answered_on is not null or answer_by is not null)
) strict;
CREATE TABLE review (
    id integer primary key,
    congress integer references congress,            -- null: the work committee's, which never votes
    unit integer references unit,
    department text not null check (department <> ''), -- its name as it was then
    year integer not null,                           -- whose work is reviewed
    topic text not null check (topic <> ''),
    happens_on text not null,
    place text not null default '',
    chair text not null default '',
    stage text not null check (stage in ('planned', 'held', 'concluded', 'called_off')),
    conclusion text not null default '',             -- what is held of the department's work
    reason text not null default '',                 -- why it was called off
    released_on text,                                -- since when everybody may read it
    constraint review_body check ((congress is null) = (unit is null)),
    constraint review_conclusion check ((stage = 'concluded') = (conclusion <> '')),
    constraint review_reason check ((stage = 'called_off') = (reason <> '')),
    constraint review_released check (released_on is null or stage = 'concluded')
) strict;
CREATE TABLE review_medium (                         -- media that were there
    review integer not null references review,
    line_no integer not null check (line_no > 0),
    name text not null check (name <> ''),
    is_live integer not null check (is_live in (0, 1)),
    primary key (review, line_no)
) strict, without rowid;
CREATE TABLE review_question (                       -- answered on the spot or by a day
    id integer primary key,
    review integer not null references review,
    asked_by text not null check (asked_by <> ''),
    text text not null check (text <> ''),
    answer_by text,
    answer text not null default '',
    answered_on text,
    constraint review_question_answered check ((answer = '') = (answered_on is null)),
    constraint review_question_owed check (answered_on is not null or answer_by is not null)
) strict;
CREATE TABLE review_poll (                           -- an evaluation to which a congress put a review
    poll integer primary key references evaluation,
    review integer not null references review
) strict;
CREATE TABLE review_task (                           -- what the department must put right (整改)
    id integer primary key,
    review integer not null references review,
    number integer not null check (number > 0),
    what text not null check (what <> ''),
    stage text not null check (stage in ('sent', 'answered', 'closed')),
    given_on text not null,
    due text not null,
    answered_by integer references account,
    reopened integer not null default 0 check (reopened >= 0),
    closed_on text,
    constraint review_task_number unique (review, number),
    constraint review_task_closed check ((stage = 'closed') = (closed_on is not null))
) strict;
CREATE TABLE review_task_step (
    task integer not null references review_task,
    step_no integer not null check (step_no > 0),
    act text not null,
    text text not null,
    due text,
    approver text not null default '',
    account integer not null references account,
    done_by text not null,
    done_on text not null,
    primary key (task, step_no)
) strict, without rowid;
CREATE TABLE advisory_opinion (                      -- as one person typed it; two alike are agreed
    review integer not null references review,
    account integer not null references account,
    members integer not null check (members > 0),
    satisfied integer not null check (satisfied >= 0),
    basically integer not null check (basically >= 0),
    dissatisfied integer not null check (dissatisfied >= 0),
    abstain integer not null check (abstain >= 0),
    primary key (review, account),
    constraint advisory_opinion_sum
        check (members = satisfied + basically + dissatisfied + abstain)
) strict, without rowid;
CREATE TABLE reminder_rule (                         -- a congress's numbers; without a row the usual ones
    congress integer primary key references congress,
    is_on integer not null check (is_on in (0, 1)),
    before_days integer not null check (before_days between 0 and 30),
    every_days integer not null check (every_days between 1 and 60),
    own_days integer not null check (own_days between 1 and 60)
) strict;
CREATE TABLE reminder_run (                          -- the daily task in one congress
    id integer primary key,
    congress integer not null references congress,
    ran_on text not null,
    ran_at integer not null
) strict;
INSERT INTO reminder_run VALUES(1,1,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(2,8,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(3,9,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(4,10,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(5,11,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(6,12,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(7,13,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(8,14,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(9,15,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(10,16,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(11,17,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(12,18,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(13,2,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(14,19,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(15,20,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(16,21,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(17,22,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(18,23,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(19,24,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(20,25,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(21,3,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(22,26,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(23,27,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(24,28,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(25,29,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(26,30,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(27,31,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(28,32,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(29,33,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(30,34,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(31,4,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(32,35,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(33,36,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(34,37,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(35,38,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(36,39,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(37,40,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(38,41,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(39,42,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(40,5,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(41,43,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(42,44,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(43,45,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(44,46,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(45,47,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(46,48,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(47,49,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(48,6,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(49,50,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(50,51,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(51,52,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(52,53,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(53,54,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(54,55,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(55,56,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(56,57,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(57,7,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(58,58,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(59,59,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(60,60,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(61,61,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(62,62,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(63,63,'2026-11-30',1796038068098);
INSERT INTO reminder_run VALUES(64,64,'2026-11-30',1796038068098);
CREATE TABLE reminder (                              -- a message about one debt, as it stood that day
    id integer primary key,
    run integer not null references reminder_run,
    congress integer not null references congress,
    matter text not null,
    subject integer not null,                        -- the number of the thing that the matter names
    since text not null,
    due text not null,
    about text not null,                             -- a name or a topic, never what anybody wrote
    detail text not null default '',
    debtor text not null check (debtor in ('office', 'unit', 'deputy_group', 'deputy')),
    debtor_number integer not null,
    debtor_name text not null default '',
    written_on text not null,
    constraint reminder_once unique (congress, matter, subject, since, debtor, debtor_number, written_on)
) strict;
INSERT INTO reminder VALUES(1,48,6,'leads',2026,'2025-09-23','2025-09-30','','4','office',0,'','2026-11-30');
INSERT INTO reminder VALUES(2,48,6,'opinion',7,'2026-10-31','2026-11-20','牧区移动通信补盲','land','unit',10,'自然资源部门（演示）','2026-11-30');
INSERT INTO reminder VALUES(3,55,56,'leads',2026,'2025-09-20','2025-09-27','','1','office',0,'','2026-11-30');
CREATE TABLE inbox (                                 -- a reminder in front of one person
    reminder integer not null references reminder,
    account integer not null references account,
    read_at integer,                                 -- read, paid, or overtaken by a later one
    primary key (reminder, account)
) strict, without rowid;
INSERT INTO inbox VALUES(1,1,NULL);
INSERT INTO inbox VALUES(2,1,NULL);
INSERT INTO inbox VALUES(3,7,NULL);
CREATE TABLE delivery (                              -- a run on its way through one channel
    id integer primary key,
    run integer not null references reminder_run,
    channel text not null check (channel in ('inbox', 'webhook')),
    stage text not null check (stage in ('waiting', 'delivered', 'given_up')),
    attempts integer not null default 0 check (attempts >= 0),
    next_at integer not null,
    failure text,                                    -- why the last attempt failed, as a code
    failure_number integer not null default 0,
    constraint delivery_once unique (run, channel)
) strict;
INSERT INTO delivery VALUES(1,48,'inbox','delivered',1,1796038147942,NULL,0);
INSERT INTO delivery VALUES(2,55,'inbox','delivered',1,1796038155661,NULL,0);
CREATE TABLE webhook (                               -- the robot of a congress's chat group
    congress integer primary key references congress,
    kind text not null check (kind in ('wecom', 'dingtalk')),
    url text not null check (url <> ''),             -- has the robot's key in it: shown to nobody again
    secret text not null default '',
    set_at integer not null,
    tried_at integer,                                -- the last message that was sent to it
    failure text,
    failure_number integer not null default 0
) strict;
CREATE TABLE audit (
    id integer primary key,
    at integer not null,
    account integer references account,              -- null: the operator at the console, or a resident
    congress integer references congress,
    kind text not null,
    line text not null,                              -- canonical, as hashed
    hash blob not null check (length(hash) = 32)     -- SHA-256(previous hash, line)
) strict;
INSERT INTO audit VALUES(1,1796038067292,NULL,NULL,'prefecture-set','minsheng-audit-1	1796038067292		console		prefecture-set	',X'd33fe424938ca1a9336a54fe472dec23c96742a3c836fcc4a3fbe89b150ca091');
INSERT INTO audit VALUES(2,1796038067310,NULL,NULL,'congresses-imported','minsheng-audit-1	1796038067310		console		congresses-imported	saved=64',X'17e7c63cc48c1a1c4f15146c929d6403f44de18b27e5d478b40120c369a3fbbc');
INSERT INTO audit VALUES(3,1796038067363,NULL,NULL,'account-created','minsheng-audit-1	1796038067363		console		account-created	account=1',X'7a92cace1a34384fcc6d223f0a8b031666d81d3cf5eb9f69e0d7587962b35882');
INSERT INTO audit VALUES(4,1796038067363,NULL,NULL,'role-given','minsheng-audit-1	1796038067363		console		role-given	account=1 role=clerk',X'5550c351aa9b784735e0334b99ccf02814fcbcaf23c0737ec42ef1a45db6546a');
INSERT INTO audit VALUES(5,1796038067400,NULL,NULL,'account-created','minsheng-audit-1	1796038067400		console		account-created	account=2',X'ec153212c5e36ad3cf00193ec803d383ffb703e8528836b466253438536656cc');
INSERT INTO audit VALUES(6,1796038067400,NULL,NULL,'role-given','minsheng-audit-1	1796038067400		console		role-given	account=2 role=chief_scrutineer',X'3a3c398164cf5d381f8eec5b1855f7188135f6f8fb7ec1cac3c5b4502ab63e65');
INSERT INTO audit VALUES(7,1796038067420,NULL,NULL,'account-created','minsheng-audit-1	1796038067420		console		account-created	account=3',X'6094f5850fdcb676cd1a97758bc2236b3996c48a8fedd422714670fffa08ab37');
INSERT INTO audit VALUES(8,1796038067420,NULL,NULL,'role-given','minsheng-audit-1	1796038067420		console		role-given	account=3 role=scrutineer',X'0f83c6e10ded55c639227864382906f1bc02dc0e0e90d0a41ba6328cf508f42d');
INSERT INTO audit VALUES(9,1796038067443,NULL,NULL,'account-created','minsheng-audit-1	1796038067443		console		account-created	account=4',X'105a9277fd837c2a526d5261b32c5aed2f931048e15e70bdf1334ac9a231bbd0');
INSERT INTO audit VALUES(10,1796038067443,NULL,NULL,'role-given','minsheng-audit-1	1796038067443		console		role-given	account=4 role=scrutineer',X'80920345f5d8a9dab0cf9ce52d3f1c2aebdfec8d3da0988a7b265385a8c8e533');
INSERT INTO audit VALUES(11,1796038067459,NULL,NULL,'account-created','minsheng-audit-1	1796038067459		console		account-created	account=5',X'9117591673138c2fe73cfcbbecb3983f33b81a64c7c23ce2fec06c83cb4d14dc');
INSERT INTO audit VALUES(12,1796038067459,NULL,NULL,'role-given','minsheng-audit-1	1796038067459		console		role-given	account=5 role=teller',X'0a0d6b827f1de0e6d05d61a4e356951c75878c1c2ac3dac498ebe22d65d735dd');
INSERT INTO audit VALUES(13,1796038067475,NULL,NULL,'account-created','minsheng-audit-1	1796038067475		console		account-created	account=6',X'54c76e6afcda43304b712e52a08978686f9aad690c560abccb93a3c5add75dbf');
INSERT INTO audit VALUES(14,1796038067475,NULL,NULL,'role-given','minsheng-audit-1	1796038067475		console		role-given	account=6 role=publisher',X'4648aa9e9bd20ec0344f778a6f34fff255ecf0b8215e4503c6f4a5d03341a080');
INSERT INTO audit VALUES(15,1796038067492,NULL,NULL,'account-created','minsheng-audit-1	1796038067492		console		account-created	account=7',X'3f65cb0b86e6cd4a3a4403c60ce5e60efb339b4ece4daf7a878b9893de22b8c0');
INSERT INTO audit VALUES(16,1796038067492,NULL,NULL,'role-given','minsheng-audit-1	1796038067492		console		role-given	account=7 role=clerk',X'a9918c2ec44bb3c261d3630725b0c122a41f3f0b8c29bf5d795a2de19235373f');
INSERT INTO audit VALUES(17,1796038067507,NULL,NULL,'account-created','minsheng-audit-1	1796038067507		console		account-created	account=8',X'bf28f5c09eae909c749483186e783a28aa904bd04fed25fee4001818bb6a79d9');
INSERT INTO audit VALUES(18,1796038067507,NULL,NULL,'role-given','minsheng-audit-1	1796038067507		console		role-given	account=8 role=chief_scrutineer',X'3d216dc3830556efa741180a1761104d15b967c02dfdeba3b97dbfb4157dfd8a');
INSERT INTO audit VALUES(19,1796038067523,NULL,NULL,'account-created','minsheng-audit-1	1796038067523		console		account-created	account=9',X'32525a97c0e1524ef4c0939dd8ba7e0dc9bfcb3ff5329c681811e447c6ca6f05');
INSERT INTO audit VALUES(20,1796038067523,NULL,NULL,'role-given','minsheng-audit-1	1796038067523		console		role-given	account=9 role=scrutineer',X'5c05e8344b2a61373c18c449eb8df19623b0e19442a96d3dd31863355b84233f');
INSERT INTO audit VALUES(21,1796038067539,NULL,NULL,'account-created','minsheng-audit-1	1796038067539		console		account-created	account=10',X'5763926b3ed06f0503872f7913592e949702b3722f6055efb5f924d250711f98');
INSERT INTO audit VALUES(22,1796038067539,NULL,NULL,'role-given','minsheng-audit-1	1796038067539		console		role-given	account=10 role=prefecture_reader',X'cfa0249a5cb9538d65b6065508edce6a60e9171415942272014bd850c63877f7');
INSERT INTO audit VALUES(23,1796038067555,NULL,NULL,'account-created','minsheng-audit-1	1796038067555		console		account-created	account=11',X'bbbc77b8a3c483989d21c54e3eec92f23189776c3f62d754caf8e83f500912eb');
INSERT INTO audit VALUES(24,1796038067555,NULL,NULL,'role-given','minsheng-audit-1	1796038067555		console		role-given	account=11 role=administrator',X'042d894e341daaacf61fecccc94bd408655506b17775b3124f3ce3dd25598000');
INSERT INTO audit VALUES(25,1796038067570,NULL,NULL,'account-created','minsheng-audit-1	1796038067570		console		account-created	account=12',X'cf221963ee0a5543befdeb008661331b16cfea1428378e01ea248af8e8d6e6a1');
INSERT INTO audit VALUES(26,1796038067570,NULL,NULL,'role-given','minsheng-audit-1	1796038067570		console		role-given	account=12 role=teller',X'6a8bf58441a1df4e0c40b2ff3ff4a5821e34af0d2f0df98875e46fc45e1987c7');
INSERT INTO audit VALUES(27,1796038067585,NULL,NULL,'account-created','minsheng-audit-1	1796038067585		console		account-created	account=13',X'a30673d01475818e94913b5d4ad79bd4842468ca9705ffe65baf7e09bcd2666d');
INSERT INTO audit VALUES(28,1796038067585,NULL,NULL,'role-given','minsheng-audit-1	1796038067585		console		role-given	account=13 role=prefecture_clerk',X'c14673d3b108e4529bd0c5a7947e435fcf5deef47dd35a40ecb789cf70f9e35c');
INSERT INTO audit VALUES(29,1796038067601,NULL,NULL,'account-created','minsheng-audit-1	1796038067601		console		account-created	account=14',X'd345320553864d4f59a2b72f641f0c335d072460301224073cdc2c15d9cd199c');
INSERT INTO audit VALUES(30,1796038067601,NULL,NULL,'role-given','minsheng-audit-1	1796038067601		console		role-given	account=14 role=prefecture_clerk',X'fe2227ae561d05d396453035d32e560b7e441139bbd6639106c3cdd2db6b8f86');
INSERT INTO audit VALUES(31,1796038067605,NULL,6,'deputies-imported','minsheng-audit-1	1796038067605		console	6	deputies-imported	congress=6 saved=15 left=0',X'a306bed5a6e7d2ae0f5e7d2289b1acdff062f4abd12c031da3f6b8e2bfe60722');
INSERT INTO audit VALUES(32,1796038067610,NULL,6,'projects-imported','minsheng-audit-1	1796038067610		console	6	projects-imported	congress=6 saved=9',X'1ab59f2b61e1f3211e47bdc8e07ed1ae5e8024bf7c72c585f293de338f97643d');
INSERT INTO audit VALUES(33,1796038067620,1,NULL,'signed-in','minsheng-audit-1	1796038067620	1	演示工作人员 001		signed-in	account=1',X'398635e8705560f1f76bda5ed7089d645a57562b6c9b6f1ca395aa750749719e');
INSERT INTO audit VALUES(34,1796038067638,2,NULL,'signed-in','minsheng-audit-1	1796038067638	2	演示总监票人 001		signed-in	account=2',X'06fcc06018f61813adb8d513104179364db2300fe5fab0040f9383d9d2369cbd');
INSERT INTO audit VALUES(35,1796038067654,1,6,'call-created','minsheng-audit-1	1796038067654	1	演示工作人员 001	6	call-created	call=1',X'9572ad817b04cdbcb94b4946e11f8088b290f0a817bed0d9f5bc20a9da1d2b50');
INSERT INTO audit VALUES(36,1796038067655,1,6,'call-created','minsheng-audit-1	1796038067655	1	演示工作人员 001	6	call-created	call=2',X'358a4514a53366a5065d3908bd8d9a5a9af773233fd57b6d0ad78d5bcd7992ce');
INSERT INTO audit VALUES(37,1796038067659,1,6,'leads-imported','minsheng-audit-1	1796038067659	1	演示工作人员 001	6	leads-imported	congress=6 rows=45',X'7dae8acafa95cf7376e284a354f9b19b71109972a4ec4ad392c9a9a2f4f167d7');
INSERT INTO audit VALUES(38,1796038067673,1,6,'lead-acted','minsheng-audit-1	1796038067673	1	演示工作人员 001	6	lead-acted	lead=1 act=take-up with=1',X'9d5541ffafca62094452d9211b6ea62457b86ffac16e8e2725f06d5f9857c191');
INSERT INTO audit VALUES(39,1796038067674,1,6,'lead-acted','minsheng-audit-1	1796038067674	1	演示工作人员 001	6	lead-acted	lead=2 act=take-up with=1',X'4a2892676f77657961fe05c85264d0cdad158553c1baee3757db141146ce7c15');
INSERT INTO audit VALUES(40,1796038067675,1,6,'lead-acted','minsheng-audit-1	1796038067675	1	演示工作人员 001	6	lead-acted	lead=3 act=merge with=2',X'd03861a6ec5229296610c5924b44d6acfc35e97431cf69b1f9cb1f6777480e0a');
INSERT INTO audit VALUES(41,1796038067676,1,6,'lead-acted','minsheng-audit-1	1796038067676	1	演示工作人员 001	6	lead-acted	lead=4 act=take-up with=1',X'f161888d096e46981936238e698aaaa400bd20219306843af3648bbee51025ab');
INSERT INTO audit VALUES(42,1796038067676,1,6,'lead-acted','minsheng-audit-1	1796038067676	1	演示工作人员 001	6	lead-acted	lead=5 act=take-up with=1',X'd21625bb486d07792cb43b8ec953d6b4830df8dc12636a03f5db2c694330ee87');
INSERT INTO audit VALUES(43,1796038067677,1,6,'lead-acted','minsheng-audit-1	1796038067677	1	演示工作人员 001	6	lead-acted	lead=6 act=take-up with=1',X'cee2076e14a5b222fc22a84bc6e944c998af73bbe4de3e363bf30cd873b0ce6b');
INSERT INTO audit VALUES(44,1796038067678,1,6,'lead-acted','minsheng-audit-1	1796038067678	1	演示工作人员 001	6	lead-acted	lead=7 act=take-up with=2',X'62d8d89079e5105ae6928ff98c5e2b979aac76921d7239a7a23f4f128754ea21');
INSERT INTO audit VALUES(45,1796038067679,1,6,'lead-acted','minsheng-audit-1	1796038067679	1	演示工作人员 001	6	lead-acted	lead=8 act=merge with=7',X'51d16634857fed5b43ad3dfb2b8eb81f7b807922e43c248462da6ce9db2f012f');
INSERT INTO audit VALUES(46,1796038067680,1,6,'lead-acted','minsheng-audit-1	1796038067680	1	演示工作人员 001	6	lead-acted	lead=9 act=take-up with=2',X'63a5bed60ed97479d7833992f998852ef22cbdb30c69998a2801b1e2e6a941de');
INSERT INTO audit VALUES(47,1796038067681,1,6,'lead-acted','minsheng-audit-1	1796038067681	1	演示工作人员 001	6	lead-acted	lead=10 act=take-up with=2',X'3e7a82765e91c4f9a32168ad46160648da0e64397cc73f356b7858e6581dcbd0');
INSERT INTO audit VALUES(48,1796038067682,1,6,'lead-acted','minsheng-audit-1	1796038067682	1	演示工作人员 001	6	lead-acted	lead=11 act=take-up with=2',X'0104df422f3e06779d9ff3dddcb8876087251dc013e8dea7368dec9a7dda8c79');
INSERT INTO audit VALUES(49,1796038067683,1,6,'lead-acted','minsheng-audit-1	1796038067683	1	演示工作人员 001	6	lead-acted	lead=12 act=take-up with=2',X'ccd0545976763b42b25f1b76995de2ee11fcb91784abafc8d0aa056c9d7254db');
INSERT INTO audit VALUES(50,1796038067684,1,6,'lead-acted','minsheng-audit-1	1796038067684	1	演示工作人员 001	6	lead-acted	lead=13 act=take-up with=3',X'773c7bb0cdf4e8861785d3241672a02222f93dc296209a3db01c292228e61376');
INSERT INTO audit VALUES(51,1796038067684,1,6,'lead-acted','minsheng-audit-1	1796038067684	1	演示工作人员 001	6	lead-acted	lead=14 act=take-up with=3',X'fbf2e3d0462976235eb45e2ab89df057c7fdffb42a5a5f7740944ab2d441588e');
INSERT INTO audit VALUES(52,1796038067685,1,6,'lead-acted','minsheng-audit-1	1796038067685	1	演示工作人员 001	6	lead-acted	lead=15 act=take-up with=3',X'555aa00f1850fb02c35a6e25eb41798c105f1d65eb76330439382f8516196e13');
INSERT INTO audit VALUES(53,1796038067686,1,6,'lead-acted','minsheng-audit-1	1796038067686	1	演示工作人员 001	6	lead-acted	lead=16 act=take-up with=3',X'cc2cf0c4863090207dd724524f56a02436793d0862be0908180767b4f1b96709');
INSERT INTO audit VALUES(54,1796038067687,1,6,'lead-acted','minsheng-audit-1	1796038067687	1	演示工作人员 001	6	lead-acted	lead=17 act=take-up with=4',X'bf16812b3e8365f5d7e4256c124d9e774743d8c6bdd2a893141428bd9c1ec730');
INSERT INTO audit VALUES(55,1796038067688,1,6,'lead-acted','minsheng-audit-1	1796038067688	1	演示工作人员 001	6	lead-acted	lead=18 act=merge with=17',X'8f8b07773460863cce1479a2cbe0a5fb248f3596788705d65170922ab3b7bdd2');
INSERT INTO audit VALUES(56,1796038067689,1,6,'lead-acted','minsheng-audit-1	1796038067689	1	演示工作人员 001	6	lead-acted	lead=19 act=take-up with=4',X'a769fa204f056d56974b34ae2d48b14238d3bc3279667e5c4c1a87d39a7390d0');
INSERT INTO audit VALUES(57,1796038067690,1,6,'lead-acted','minsheng-audit-1	1796038067690	1	演示工作人员 001	6	lead-acted	lead=20 act=take-up with=4',X'f58ffdd5efb6756fb32d61f34fd7238f675ccf5559cbccabfc4ff737477223e5');
INSERT INTO audit VALUES(58,1796038067690,1,6,'lead-acted','minsheng-audit-1	1796038067690	1	演示工作人员 001	6	lead-acted	lead=21 act=take-up with=4',X'1b9148d527a545abca865e4bec40c25c0b8c5c5065a13b28df70dcdc9f74456b');
INSERT INTO audit VALUES(59,1796038067691,1,6,'lead-acted','minsheng-audit-1	1796038067691	1	演示工作人员 001	6	lead-acted	lead=22 act=take-up with=4',X'a0e199101f549e888328d781e2ed112e9c674d3dab7e3680f58895558581db92');
INSERT INTO audit VALUES(60,1796038067692,1,6,'lead-acted','minsheng-audit-1	1796038067692	1	演示工作人员 001	6	lead-acted	lead=23 act=take-up with=5',X'eaabad955ff6c2cf5062d71dee276fe811a227eb19038233719a5fa7ae06157a');
INSERT INTO audit VALUES(61,1796038067693,1,6,'lead-acted','minsheng-audit-1	1796038067693	1	演示工作人员 001	6	lead-acted	lead=24 act=take-up with=5',X'7cf07c6c00219e1ecb2f3383d79d401eddfe50ae97ba520d47dc2f036c929265');
INSERT INTO audit VALUES(62,1796038067694,1,6,'lead-acted','minsheng-audit-1	1796038067694	1	演示工作人员 001	6	lead-acted	lead=25 act=take-up with=5',X'6b5832b0ea29694c9d80596bba776f9811f98470a5cf9197dbe5fe1240e08527');
INSERT INTO audit VALUES(63,1796038067695,1,6,'lead-acted','minsheng-audit-1	1796038067695	1	演示工作人员 001	6	lead-acted	lead=26 act=take-up with=6',X'22864c808f3ba7adc8041294414e19d83eb5afd6466b0b4091d85ea200c631c1');
INSERT INTO audit VALUES(64,1796038067696,1,6,'lead-acted','minsheng-audit-1	1796038067696	1	演示工作人员 001	6	lead-acted	lead=27 act=merge with=26',X'79d87c9f747e9076921b8ac6ef4eed9565743e44122ad741746c3feecfdfdcc4');
INSERT INTO audit VALUES(65,1796038067697,1,6,'lead-acted','minsheng-audit-1	1796038067697	1	演示工作人员 001	6	lead-acted	lead=28 act=take-up with=6',X'3d9425d938222282c163a3b5ffe88b3cc101cf2a64511a6206aa4bb1da056b32');
INSERT INTO audit VALUES(66,1796038067697,1,6,'lead-acted','minsheng-audit-1	1796038067697	1	演示工作人员 001	6	lead-acted	lead=29 act=take-up with=6',X'b7b7df38de87cc81ab0a2841e5a5cecbbde03a28b171d44e81ee81253bfe5315');
INSERT INTO audit VALUES(67,1796038067698,1,6,'lead-acted','minsheng-audit-1	1796038067698	1	演示工作人员 001	6	lead-acted	lead=30 act=take-up with=7',X'41468988ead016caf47a93bcd3fb8e49422be1f32c054c59f3b29ba7b4f3c7ec');
INSERT INTO audit VALUES(68,1796038067699,1,6,'lead-acted','minsheng-audit-1	1796038067699	1	演示工作人员 001	6	lead-acted	lead=31 act=take-up with=7',X'dc6dc9032ff5d53f9c4323580d1d4c19366922bb870d69859dbc2a2d27d9d39d');
INSERT INTO audit VALUES(69,1796038067700,1,6,'lead-acted','minsheng-audit-1	1796038067700	1	演示工作人员 001	6	lead-acted	lead=32 act=take-up with=8',X'32e8a6e7020eec4f8698b0dd2936e489f8547a7ef49ad27ddc8c95675ea40a08');
INSERT INTO audit VALUES(70,1796038067701,1,6,'lead-acted','minsheng-audit-1	1796038067701	1	演示工作人员 001	6	lead-acted	lead=33 act=take-up with=8',X'c28b474267dd42f73627a808182870055374f0c1f982d68d02397321de7f41e7');
INSERT INTO audit VALUES(71,1796038067702,1,6,'lead-acted','minsheng-audit-1	1796038067702	1	演示工作人员 001	6	lead-acted	lead=34 act=take-up with=9',X'3053f554e685693ee3972c8f3335fcdaa636e8dcd89b19751a03b5da36e6ccd8');
INSERT INTO audit VALUES(72,1796038067703,1,6,'lead-acted','minsheng-audit-1	1796038067703	1	演示工作人员 001	6	lead-acted	lead=35 act=take-up with=9',X'46b811dd4d41770b9f4a67b513424cd63cf1fd97b352fa503b1827382359d540');
INSERT INTO audit VALUES(73,1796038067703,1,6,'lead-acted','minsheng-audit-1	1796038067703	1	演示工作人员 001	6	lead-acted	lead=36 act=hand-over',X'f6d37afc88cb52415e7171b6105d264c025f99c632a39938a84ec535195cb05e');
INSERT INTO audit VALUES(74,1796038067704,1,6,'lead-acted','minsheng-audit-1	1796038067704	1	演示工作人员 001	6	lead-acted	lead=37 act=hand-over',X'6ab7b003a1d138e355e020c9c07a8f5d265bf9ca19309c7454351d69a601d860');
INSERT INTO audit VALUES(75,1796038067705,1,6,'lead-acted','minsheng-audit-1	1796038067705	1	演示工作人员 001	6	lead-acted	lead=38 act=hand-over',X'7988f5d653c7661c0816b71ad48ff8f231c65c9bb59d991f7ef2b05bf264ddc5');
INSERT INTO audit VALUES(76,1796038067705,1,6,'lead-acted','minsheng-audit-1	1796038067705	1	演示工作人员 001	6	lead-acted	lead=39 act=decline',X'e4ca5b2ebca79ab8ca5dfbf645ca0421a15446525117c34962ea020eae02b357');
INSERT INTO audit VALUES(77,1796038067706,1,6,'lead-acted','minsheng-audit-1	1796038067706	1	演示工作人员 001	6	lead-acted	lead=40 act=decline',X'770a739627187e3a599558471e566c4cf8fe3f4043c336e66596426bf52d5f33');
INSERT INTO audit VALUES(78,1796038067707,1,6,'lead-acted','minsheng-audit-1	1796038067707	1	演示工作人员 001	6	lead-acted	lead=41 act=decline',X'e52b3ecf9644e4f45c334e51f801a8e7b3ab61d1c5227613fc5e065c8d283b06');
INSERT INTO audit VALUES(79,1796038067707,1,6,'session-created','minsheng-audit-1	1796038067707	1	演示工作人员 001	6	session-created	session=1',X'c8346aa7c240b02eaf780ed9fdc9e180152e7184133888e09da397faf874502c');
INSERT INTO audit VALUES(80,1796038067708,1,6,'officer-proposed','minsheng-audit-1	1796038067708	1	演示工作人员 001	6	officer-proposed	officer=1 post=chief_scrutineer',X'e5601098c346e93a36be74dfb59aea52b9ced75cbe99c1d7dccb2052d9afd791');
INSERT INTO audit VALUES(81,1796038067709,1,6,'officer-proposed','minsheng-audit-1	1796038067709	1	演示工作人员 001	6	officer-proposed	officer=2 post=scrutineer',X'87798fc98639fdd8095c6cf916a02cfe20b980d86f5491e35150a9cbe492d52c');
INSERT INTO audit VALUES(82,1796038067710,1,6,'officer-proposed','minsheng-audit-1	1796038067710	1	演示工作人员 001	6	officer-proposed	officer=3 post=teller',X'f4e445c282f9658f684709be1ad31ddf5a6421acf8728a335d8b35dcc72b58d4');
INSERT INTO audit VALUES(83,1796038067711,1,6,'officer-proposed','minsheng-audit-1	1796038067711	1	演示工作人员 001	6	officer-proposed	officer=4 post=teller',X'd8fee159175fa27524c78a9e44aa11b881301e96dae02a122f7646c68cfd5c1e');
INSERT INTO audit VALUES(84,1796038067711,1,6,'poll-drafted','minsheng-audit-1	1796038067711	1	演示工作人员 001	6	poll-drafted	poll=1',X'55aea4f781408291547ac36e92d7b2a1a5c15aa414dd925d25e9c709f458a4c8');
INSERT INTO audit VALUES(85,1796038067713,1,6,'opinion-asked','minsheng-audit-1	1796038067713	1	演示工作人员 001	6	opinion-asked	opinion=1 project=1 kind=legality',X'd159ad2d49cf2c185ee1e92e900dbd3be01196b43d51b06f276e693fbed9cfe1');
INSERT INTO audit VALUES(86,1796038067714,1,6,'opinion-answered','minsheng-audit-1	1796038067714	1	演示工作人员 001	6	opinion-answered	opinion=1 paper=true',X'45a9b9ee908605db5fd66e655706d2f1c94b5bc69af151bb10e668f6d1231ecc');
INSERT INTO audit VALUES(87,1796038067715,1,6,'screened','minsheng-audit-1	1796038067715	1	演示工作人员 001	6	screened	project=1',X'86cc5c5e93d3bf0eb3d361da41e5baf0f363785c38473a3104b4e9ebf624954f');
INSERT INTO audit VALUES(88,1796038067716,1,6,'project-moved','minsheng-audit-1	1796038067716	1	演示工作人员 001	6	project-moved	project=1 act=pass',X'4c6583077be94131d3a3ccf4c2402466bada10fd6c46deaf7abab8d1045e17f7');
INSERT INTO audit VALUES(89,1796038067717,1,6,'opinion-asked','minsheng-audit-1	1796038067717	1	演示工作人员 001	6	opinion-asked	opinion=2 project=2 kind=legality',X'3730c913ed15bba7d9a8816f57e5af1c2a9f7903d53e4b7592babbd31e13590d');
INSERT INTO audit VALUES(90,1796038067717,1,6,'opinion-answered','minsheng-audit-1	1796038067717	1	演示工作人员 001	6	opinion-answered	opinion=2 paper=true',X'ac97bf8000d67682ce77c9e03edded533737236c50ecb82971a97a64b152e315');
INSERT INTO audit VALUES(91,1796038067718,1,6,'screened','minsheng-audit-1	1796038067718	1	演示工作人员 001	6	screened	project=2',X'e89423a08e7cf67a470ea2e99fd6767ac7e901d715f557ba77e74a0ac0355b6f');
INSERT INTO audit VALUES(92,1796038067719,1,6,'project-moved','minsheng-audit-1	1796038067719	1	演示工作人员 001	6	project-moved	project=2 act=pass',X'4b2b25e90097f833919d5a10a4dd0e9986f6928b6f64e42bb9332bf106baca7d');
INSERT INTO audit VALUES(93,1796038067723,1,6,'opinion-asked','minsheng-audit-1	1796038067723	1	演示工作人员 001	6	opinion-asked	opinion=3 project=3 kind=legality',X'59a62f7ae1fcbc3d27513f34debadc895901861b39d6ba99661fbfab17b0fa8b');
INSERT INTO audit VALUES(94,1796038067724,1,6,'opinion-answered','minsheng-audit-1	1796038067724	1	演示工作人员 001	6	opinion-answered	opinion=3 paper=true',X'354bcf2f346bfa223eabf933cf7b738daae83fa429e37475184ae6fc7562c04a');
INSERT INTO audit VALUES(95,1796038067724,1,6,'screened','minsheng-audit-1	1796038067724	1	演示工作人员 001	6	screened	project=3',X'c941f950ef2190d02469a56106376c544405b5f4b73400db235b77769996c316');
INSERT INTO audit VALUES(96,1796038067725,1,6,'project-moved','minsheng-audit-1	1796038067725	1	演示工作人员 001	6	project-moved	project=3 act=pass',X'ac4d0440a4dc091f4a8ece641dd32f90ec5f4ec015bde17d440b2b75bc904446');
INSERT INTO audit VALUES(97,1796038067726,1,6,'opinion-asked','minsheng-audit-1	1796038067726	1	演示工作人员 001	6	opinion-asked	opinion=4 project=4 kind=legality',X'0e02de178d4a1186eef9dd762ca38b19596573aeb82b9e1b4a2ad5cb04d94c05');
INSERT INTO audit VALUES(98,1796038067726,1,6,'opinion-answered','minsheng-audit-1	1796038067726	1	演示工作人员 001	6	opinion-answered	opinion=4 paper=true',X'677ad270f01b29900cd91f589142e47155d93ec14298370c0523bf57c58a32b4');
INSERT INTO audit VALUES(99,1796038067727,1,6,'screened','minsheng-audit-1	1796038067727	1	演示工作人员 001	6	screened	project=4',X'e57f2985ab8b8bde0fbce50275a25210fb1fe0c7de26825e9d0ea11206340ebf');
INSERT INTO audit VALUES(100,1796038067728,1,6,'project-moved','minsheng-audit-1	1796038067728	1	演示工作人员 001	6	project-moved	project=4 act=pass',X'f9388b01d5c644452fce0c795ab86fd4ad311fd413eb9e005d89b6cc1419cdbc');
INSERT INTO audit VALUES(101,1796038067729,1,6,'opinion-asked','minsheng-audit-1	1796038067729	1	演示工作人员 001	6	opinion-asked	opinion=5 project=5 kind=legality',X'3f4b31dded8e2f3e258d28d65357799499d04e69fcdfa6a9de5da28f54a0077e');
INSERT INTO audit VALUES(102,1796038067729,1,6,'opinion-answered','minsheng-audit-1	1796038067729	1	演示工作人员 001	6	opinion-answered	opinion=5 paper=true',X'2f3825cf8ee00391f9a2f53e6fca2ed060f44a1d12f6c5307f1cb67917cfcc16');
INSERT INTO audit VALUES(103,1796038067730,1,6,'screened','minsheng-audit-1	1796038067730	1	演示工作人员 001	6	screened	project=5',X'4c86ed417da4332fda0ad3d9b70c7c727f2fd55636d9ff7d38ee9b4362f91270');
INSERT INTO audit VALUES(104,1796038067730,1,6,'project-moved','minsheng-audit-1	1796038067730	1	演示工作人员 001	6	project-moved	project=5 act=pass',X'28f2d5600087c9ba253a63d65be54b425cdd640dbd7153e820fe88fceb364383');
INSERT INTO audit VALUES(105,1796038067731,1,6,'opinion-asked','minsheng-audit-1	1796038067731	1	演示工作人员 001	6	opinion-asked	opinion=6 project=6 kind=legality',X'c286007dce600f627ebaf06f1fcd3b3301e4a6872377c3c417d188b64d60cd36');
INSERT INTO audit VALUES(106,1796038067732,1,6,'opinion-answered','minsheng-audit-1	1796038067732	1	演示工作人员 001	6	opinion-answered	opinion=6 paper=true',X'4916d9bc661bc6ba5bd7dc9e296eef22ffab34c94a1a86bd7c6b5871e4b0b616');
INSERT INTO audit VALUES(107,1796038067733,1,6,'screened','minsheng-audit-1	1796038067733	1	演示工作人员 001	6	screened	project=6',X'1081fbb1915c7bebd03a2816cc6b65f24340c58577ccb9516be212036da04978');
INSERT INTO audit VALUES(108,1796038067733,1,6,'project-moved','minsheng-audit-1	1796038067733	1	演示工作人员 001	6	project-moved	project=6 act=pass',X'b797703518b24c861bde66413ecdb4346b020448bf921bb096390a4e7d3cbbd8');
INSERT INTO audit VALUES(109,1796038067734,1,6,'list-created','minsheng-audit-1	1796038067734	1	演示工作人员 001	6	list-created	list=1',X'7c881febb7ad4a04e30125a5f669f37ac95b03d3549c6d0685d3722b8653a886');
INSERT INTO audit VALUES(110,1796038067735,1,6,'list-edited','minsheng-audit-1	1796038067735	1	演示工作人员 001	6	list-edited	list=1',X'7844d8297780d7edf25b9304d2cec94cab591a5676f1607de88a4a1e4ffbfa26');
INSERT INTO audit VALUES(111,1796038067736,1,6,'list-moved','minsheng-audit-1	1796038067736	1	演示工作人员 001	6	list-moved	list=1 act=review',X'2c5d041b752a696693990a5887247e1c2812d3427138648c15ef486781788170');
INSERT INTO audit VALUES(112,1796038067736,1,6,'list-moved','minsheng-audit-1	1796038067736	1	演示工作人员 001	6	list-moved	list=1 act=fix',X'96cd0a29e70c163019f5dc3caac45e1b896a18d7d44812bdaf380e0b99d0376e');
INSERT INTO audit VALUES(113,1796038067737,1,6,'poll-edited','minsheng-audit-1	1796038067737	1	演示工作人员 001	6	poll-edited	poll=1',X'294c0ca3abe06ad54b26ad03acced73a2a4dc7960e1f3a198492e2edcec9b70b');
INSERT INTO audit VALUES(114,1796038067738,1,6,'opinion-asked','minsheng-audit-1	1796038067738	1	演示工作人员 001	6	opinion-asked	opinion=7 project=9 kind=land',X'a7ffe36b785a0f4db529d2dd7c08b3b7d8ecaaf4c20abbfaf980479ff0cbe30a');
INSERT INTO audit VALUES(115,1796038067739,1,6,'sitting','minsheng-audit-1	1796038067739	1	演示工作人员 001	6	sitting	sitting=1 act=open-roll due=15 present=0',X'1cd591db41a002454897e5dbcc8b031a92564b983e3c9884078b76d2653850f9');
INSERT INTO audit VALUES(116,1796038067741,1,6,'roll-kept','minsheng-audit-1	1796038067741	1	演示工作人员 001	6	roll-kept	sitting=1 lines=15',X'3757eccfa15d3bc72616f0b30806ffdf0eba1c288150ad7bf11b0e519b75b2d4');
INSERT INTO audit VALUES(117,1796038067743,1,6,'sitting','minsheng-audit-1	1796038067743	1	演示工作人员 001	6	sitting	sitting=1 act=declare-quorum due=15 present=15',X'40583eb8eaa17f654f874308619d346fb9155ef93c27e497f15de1167e3a153b');
INSERT INTO audit VALUES(118,1796038067744,1,6,'officers-adopted','minsheng-audit-1	1796038067744	1	演示工作人员 001	6	officers-adopted	sitting=1 officers=4',X'795475e313924c6d3e72b67ef37f84b4153f2a85f35b53b6b4203a3499734aaf');
INSERT INTO audit VALUES(119,1796038067745,1,6,'rules-adopted','minsheng-audit-1	1796038067745	1	演示工作人员 001	6	rules-adopted	poll=1',X'fc33dd5ed5ce1bebbc6bcb52c5221608d746d3f6eb85fb8b4477a468a78a70be');
INSERT INTO audit VALUES(120,1796038067745,1,6,'act-asked','minsheng-audit-1	1796038067745	1	演示工作人员 001	6	act-asked	round=1 act=freeze',X'8a42894824a6435727030c2ea6a937a4f16ebdaad42a4f5c548aa6269f2b4aef');
INSERT INTO audit VALUES(121,1796038067750,2,6,'list-fixed','minsheng-audit-1	1796038067750	2	演示总监票人 001	6	list-fixed	list=1 version=1 hash=d9f6abcd9ac13e96d823310c08aec248b30ace54f69e4f5493e5b6074eda95b0',X'3418e7d9dd9124b646dcc246af14787cbac7033d21d442c1d463bbbfc68155bf');
INSERT INTO audit VALUES(122,1796038067750,2,6,'round','minsheng-audit-1	1796038067750	2	演示总监票人 001	6	round	round=1 act=freeze first=account/1 second=account/2 rules=a584fbcbed50dcd70ef7f7df232c9fac64e285e280989236519504cc043ce082 slate=5df69c667edc3b8e79c435c879626fe5ce949824b32cab318747e04c7485d865',X'9d9fb2186295c9ea92f9fecd2dd0e511a8bef6cd8911dec67c884f024337773a');
INSERT INTO audit VALUES(123,1796038067757,1,6,'act-asked','minsheng-audit-1	1796038067757	1	演示工作人员 001	6	act-asked	round=1 act=seal',X'3c0461af7a259a97e99938b5f3e4fe67ad864a6d53f73075ea760732eb87322d');
INSERT INTO audit VALUES(124,1796038067758,2,6,'round','minsheng-audit-1	1796038067758	2	演示总监票人 001	6	round	round=1 act=seal first=account/1 second=account/2 returned=0 box=PX51V04P key=5bd9e69dde50bd4f3defd9e62a844f2295aff64491bfa45b388d737482d24d2c holding=server',X'd1b5b17b621942f7f71f390526507adc1f2184b4eab3831b61f4bacda81a53cf');
INSERT INTO audit VALUES(125,1796038067761,1,6,'round','minsheng-audit-1	1796038067761	1	演示工作人员 001	6	round	round=1 act=start-issuing ',X'30b6bcf370919749b201e654cecab92c7bbccbe550cdad16ed31251be0bb2ed5');
INSERT INTO audit VALUES(126,1796038067789,1,6,'slips-printed','minsheng-audit-1	1796038067789	1	演示工作人员 001	6	slips-printed	sitting=1 slips=20 replaced=false',X'760e4b3b90afb69d5d5291bc105779231f0c7951080109b2d473ba6da60b0c63');
INSERT INTO audit VALUES(127,1796038067791,1,6,'slips-issued','minsheng-audit-1	1796038067791	1	演示工作人员 001	6	slips-issued	sitting=1 slips=15',X'6a1c13bcb5066f3b04a5c67bfe4b778e1223db888d9f685d4bdd5d14b3a3979b');
INSERT INTO audit VALUES(128,1796038067799,2,6,'slips-cancelled','minsheng-audit-1	1796038067799	2	演示总监票人 001	6	slips-cancelled	sitting=1 slips=5',X'a9015a471b058db73b3087f35ce3b9491d18be8b9aadb686467f5ca3991a939c');
INSERT INTO audit VALUES(129,1796038067800,1,6,'act-asked','minsheng-audit-1	1796038067800	1	演示工作人员 001	6	act-asked	round=1 act=open-vote',X'f0a847cabd1609074a74308a09b850d28bff815fc1f53caceea1c20aaa9c9fce');
INSERT INTO audit VALUES(130,1796038067802,2,6,'round','minsheng-audit-1	1796038067802	2	演示总监票人 001	6	round	round=1 act=open-vote first=account/1 second=account/2 issued=15',X'96a0fa4d1bffbe8eacf6634f35c0f05ebb285038f182b994c1b7f8c7b101dd73');
INSERT INTO audit VALUES(131,1796038067830,1,6,'act-asked','minsheng-audit-1	1796038067830	1	演示工作人员 001	6	act-asked	round=1 act=close-vote',X'95dab7373874ea5d81d15c99b92677427aa59c15fb97e0e3c1d7c626f5abf85d');
INSERT INTO audit VALUES(132,1796038067832,2,6,'round','minsheng-audit-1	1796038067832	2	演示总监票人 001	6	round	round=1 act=close-vote first=account/1 second=account/2 issued=15 returned=14 box=09d73cfb8b972fa42c80d35a55bb0baa01e04daab373173d2ac1309d41b4957c',X'd29aa63327d8c7dd32e7677178f2a3a80b6447a495dad7ce4fcf44736bac8eae');
INSERT INTO audit VALUES(133,1796038067834,1,6,'round','minsheng-audit-1	1796038067834	1	演示工作人员 001	6	round	round=1 act=confirm-account issued=15 returned=14',X'cc3e5a1b763e5fcc49d1a73e8da7ca11c30b0f6a5bd74cf798726ac2b93e5596');
INSERT INTO audit VALUES(134,1796038067835,1,6,'act-asked','minsheng-audit-1	1796038067835	1	演示工作人员 001	6	act-asked	round=1 act=open-box',X'5abb59672f5538671379f2269a46b4f5368d045d1cb503120bfb9459b616615d');
INSERT INTO audit VALUES(135,1796038067841,2,6,'round','minsheng-audit-1	1796038067841	2	演示总监票人 001	6	round	round=1 act=open-box first=account/1 second=account/2 opened=14 typed=0 papers=c0d254e06c20361ef7e31af7e5f953cb3b04c3e69c40a8b391cda7a5e05091c4',X'fdb1d0290f64b0456c07837038dc672ec58b84e354fe93a4e4f2ce218739c606');
INSERT INTO audit VALUES(136,1796038067880,NULL,6,'scrubbed','minsheng-audit-1	1796038067880		console	6	scrubbed	round=1',X'fdd41bdd433a7c2381ec28fab5d85fe4cf15734181a7d04165ec947b2cbe8826');
INSERT INTO audit VALUES(137,1796038067880,1,6,'round','minsheng-audit-1	1796038067880	1	演示工作人员 001	6	round	round=1 act=count valid=14 void=0 selected=1,2,3,4 decision=complete',X'bb466fd38d2e8ab2acc21e31b68a5e9b75f4b5e2de7fa8c83de1f532b120d909');
INSERT INTO audit VALUES(138,1796038067883,1,6,'act-asked','minsheng-audit-1	1796038067883	1	演示工作人员 001	6	act-asked	round=1 act=certify',X'5965c1f2f20e6b4c10a448adb3293ffe36ccc6ee827689ed1f98a32b11ca7281');
INSERT INTO audit VALUES(139,1796038067888,2,6,'round','minsheng-audit-1	1796038067888	2	演示总监票人 001	6	round	round=1 act=certify first=account/1 second=account/2 statement=1',X'38ddf69ef3f1dc0d888fc8d7febada946544f3b6b8fb83cabc17da747d016f81');
INSERT INTO audit VALUES(140,1796038067888,2,6,'certified','minsheng-audit-1	1796038067888	2	演示总监票人 001	6	certified	statement=1 digest=418ac2827a5684bcf0784320dcb51698e98f3bf2afa63848f58771212e4bc6aa',X'40562e88a3b4fac7692a39ec4ef9dc26d86a97e21d6d4379cd0c456e2f218ffe');
INSERT INTO audit VALUES(141,1796038067895,NULL,56,'deputies-imported','minsheng-audit-1	1796038067895		console	56	deputies-imported	congress=56 saved=49 left=0',X'61ce1c76ca71dd17f98ea94bf24578339b0c7a42bd9be886b445d699004117a1');
INSERT INTO audit VALUES(142,1796038067897,NULL,56,'projects-imported','minsheng-audit-1	1796038067897		console	56	projects-imported	congress=56 saved=3',X'45bc0d596a7c12049c62ab8cb2e1d8f7375c8fe85356775ffc045a1f109bed11');
INSERT INTO audit VALUES(143,1796038067900,7,NULL,'signed-in','minsheng-audit-1	1796038067900	7	演示工作人员 001		signed-in	account=7',X'560987c0ce5aa45ca2537fb8ea19b61d00f0f749da85d5cd4f16b96106897888');
INSERT INTO audit VALUES(144,1796038067917,8,NULL,'signed-in','minsheng-audit-1	1796038067917	8	演示总监票人 001		signed-in	account=8',X'45ff25e0d34e5f3e1073ecbdd82795c78058054ebb1c0e8070dcde07ab4a6b5f');
INSERT INTO audit VALUES(145,1796038067934,7,56,'call-created','minsheng-audit-1	1796038067934	7	演示工作人员 001	56	call-created	call=3',X'2c3045c24d9d90e24340649b8680370ed4631aaacdd0aa1b6dd56224fa0f316d');
INSERT INTO audit VALUES(146,1796038067935,7,56,'call-created','minsheng-audit-1	1796038067935	7	演示工作人员 001	56	call-created	call=4',X'6195f60a31d5957b9359095165bd42927d136757737df9b2dfd84708b949bf77');
INSERT INTO audit VALUES(147,1796038067937,7,56,'leads-imported','minsheng-audit-1	1796038067937	7	演示工作人员 001	56	leads-imported	congress=56 rows=13',X'e824048566e14b34fd52531c5e2cb6bebfe96eba2439408a48a1ab927a0eb600');
INSERT INTO audit VALUES(148,1796038067941,7,56,'lead-acted','minsheng-audit-1	1796038067941	7	演示工作人员 001	56	lead-acted	lead=46 act=take-up with=10',X'efcfc1b863d7a7c4a2c3e9787fbe54804c82f86d9b8e14798bd77725dbf56038');
INSERT INTO audit VALUES(149,1796038067942,7,56,'lead-acted','minsheng-audit-1	1796038067942	7	演示工作人员 001	56	lead-acted	lead=47 act=take-up with=10',X'aeb456684d9c49cbe959f7796ef8bfa49c1b39b33185851a4b879ef9f6af03de');
INSERT INTO audit VALUES(150,1796038067943,7,56,'lead-acted','minsheng-audit-1	1796038067943	7	演示工作人员 001	56	lead-acted	lead=48 act=merge with=47',X'47b393dbef4d03a0454c2cd60461d23166026ea1750727259ea7c45170450a3f');
INSERT INTO audit VALUES(151,1796038067943,7,56,'lead-acted','minsheng-audit-1	1796038067943	7	演示工作人员 001	56	lead-acted	lead=49 act=take-up with=10',X'9c7a10728292082e3627e7bb587e74fc9661ff8b6aa126f2d3454ef042407a96');
INSERT INTO audit VALUES(152,1796038067944,7,56,'lead-acted','minsheng-audit-1	1796038067944	7	演示工作人员 001	56	lead-acted	lead=50 act=take-up with=11',X'2ed5e7b80cf51bc85bf7781a88e26c162d3609ec2bc254b88160412b8362aab2');
INSERT INTO audit VALUES(153,1796038067945,7,56,'lead-acted','minsheng-audit-1	1796038067945	7	演示工作人员 001	56	lead-acted	lead=51 act=take-up with=11',X'9fb95ed7432b957271fa45192d6275942e0289084d0bc22059d8f65a014bfd06');
INSERT INTO audit VALUES(154,1796038067946,7,56,'lead-acted','minsheng-audit-1	1796038067946	7	演示工作人员 001	56	lead-acted	lead=52 act=take-up with=11',X'99afbbd8ae74df7b5c1346d0718b18270f0daa4b0ac47ecb4492db477b9ba9fb');
INSERT INTO audit VALUES(155,1796038067946,7,56,'lead-acted','minsheng-audit-1	1796038067946	7	演示工作人员 001	56	lead-acted	lead=53 act=take-up with=12',X'343fd34b6704d2af5981049825069e533321bf0327d031e2cc8f935407e16a53');
INSERT INTO audit VALUES(156,1796038067947,7,56,'lead-acted','minsheng-audit-1	1796038067947	7	演示工作人员 001	56	lead-acted	lead=54 act=take-up with=12',X'ba7f74a0c1a056d3480c7bcf69c0c5b377d44410442ff250ba59cd9e93aa538b');
INSERT INTO audit VALUES(157,1796038067948,7,56,'lead-acted','minsheng-audit-1	1796038067948	7	演示工作人员 001	56	lead-acted	lead=55 act=take-up with=12',X'bd5222a8640a7f75f9d21341e6bc3909898235666c21ceb12a803c37ca551865');
INSERT INTO audit VALUES(158,1796038067948,7,56,'lead-acted','minsheng-audit-1	1796038067948	7	演示工作人员 001	56	lead-acted	lead=56 act=hand-over',X'259e40ff912f2b99df1df32f80c6d03cd4a63eac28deab6f98cbef8184335872');
INSERT INTO audit VALUES(159,1796038067949,7,56,'lead-acted','minsheng-audit-1	1796038067949	7	演示工作人员 001	56	lead-acted	lead=57 act=decline',X'f7a952f43e0e5e41c13109d9bf78adb6a89c02b894927d27abae501c5e03c525');
INSERT INTO audit VALUES(160,1796038067949,7,56,'session-created','minsheng-audit-1	1796038067949	7	演示工作人员 001	56	session-created	session=2',X'6da06073b2b5a4a0f03cbcd4bfc609ce51951df89e0722a55abd1ef52e223ae4');
INSERT INTO audit VALUES(161,1796038067950,7,56,'officer-proposed','minsheng-audit-1	1796038067950	7	演示工作人员 001	56	officer-proposed	officer=5 post=chief_scrutineer',X'c431a2a88b7007e1cd61e6ee606c9f0a6f752ad20f26320e8b4182d18bff6e7d');
INSERT INTO audit VALUES(162,1796038067951,7,56,'officer-proposed','minsheng-audit-1	1796038067951	7	演示工作人员 001	56	officer-proposed	officer=6 post=scrutineer',X'9e8f381be9807f55b9eb696ab4d6da5ba796e267646e20d09b4363fc53c92a1f');
INSERT INTO audit VALUES(163,1796038067952,7,56,'poll-drafted','minsheng-audit-1	1796038067952	7	演示工作人员 001	56	poll-drafted	poll=2',X'9c5eef8390840cb10a369e1d51803842a74e2182424edfbfaab0a29663fd072f');
INSERT INTO audit VALUES(164,1796038067953,7,56,'opinion-asked','minsheng-audit-1	1796038067953	7	演示工作人员 001	56	opinion-asked	opinion=8 project=10 kind=legality',X'0abb0e97bcca5d052173eec0ead068b86ff70ebb7352bd2e28125e478778b5e7');
INSERT INTO audit VALUES(165,1796038067954,7,56,'opinion-answered','minsheng-audit-1	1796038067954	7	演示工作人员 001	56	opinion-answered	opinion=8 paper=true',X'3de029b4b7e0f8a263455535cc5b5a9e3b75a9b08b8654bc8f85319a0913f238');
INSERT INTO audit VALUES(166,1796038067954,7,56,'screened','minsheng-audit-1	1796038067954	7	演示工作人员 001	56	screened	project=10',X'b288d3f8320350278259a3145cc6ddf281103b10b9cae3aea29ae3ebaa757720');
INSERT INTO audit VALUES(167,1796038067955,7,56,'project-moved','minsheng-audit-1	1796038067955	7	演示工作人员 001	56	project-moved	project=10 act=pass',X'2b7bc3eb5e4535cf9b674692a0f51f465920d3f9c041baf13c29c38e809fb3ae');
INSERT INTO audit VALUES(168,1796038067956,7,56,'opinion-asked','minsheng-audit-1	1796038067956	7	演示工作人员 001	56	opinion-asked	opinion=9 project=11 kind=legality',X'd76332a942984754246c720bcfb065e73437ef19f103e1892c4b2a3017c2e586');
INSERT INTO audit VALUES(169,1796038067957,7,56,'opinion-answered','minsheng-audit-1	1796038067957	7	演示工作人员 001	56	opinion-answered	opinion=9 paper=true',X'5863ab1819dbaf27114996c2fd8964165f9b453a6b9cfec86efcfef44cd309ae');
INSERT INTO audit VALUES(170,1796038067957,7,56,'screened','minsheng-audit-1	1796038067957	7	演示工作人员 001	56	screened	project=11',X'1f4258dea872778ba9031b357e6989c4b12b36999a2bbd3c3fc9c1f9bce1359f');
INSERT INTO audit VALUES(171,1796038067958,7,56,'project-moved','minsheng-audit-1	1796038067958	7	演示工作人员 001	56	project-moved	project=11 act=pass',X'c5bbc320b270f1813b4ce8f3d7f2971bcc721bd0be276c7f82187fdc3f919c1d');
INSERT INTO audit VALUES(172,1796038067959,7,56,'opinion-asked','minsheng-audit-1	1796038067959	7	演示工作人员 001	56	opinion-asked	opinion=10 project=12 kind=legality',X'332558f16276186633d17e64f267de089797ecc94ea6b3d8aadb01a87a2e28b7');
INSERT INTO audit VALUES(173,1796038067959,7,56,'opinion-answered','minsheng-audit-1	1796038067959	7	演示工作人员 001	56	opinion-answered	opinion=10 paper=true',X'2ece7aa5243355e8f8a5fa8c8d016ea846f50e53d64a60e7f422356bd6398788');
INSERT INTO audit VALUES(174,1796038067960,7,56,'screened','minsheng-audit-1	1796038067960	7	演示工作人员 001	56	screened	project=12',X'5c3aa1420ac225450f27bac1ebdb0c6404600f9991a561ff051155a03089e17d');
INSERT INTO audit VALUES(175,1796038067960,7,56,'project-moved','minsheng-audit-1	1796038067960	7	演示工作人员 001	56	project-moved	project=12 act=pass',X'25db224ec5d80bc4004138686b117aa1253873edd813a9b2ed14b4d47f9abe4f');
INSERT INTO audit VALUES(176,1796038067961,7,56,'list-created','minsheng-audit-1	1796038067961	7	演示工作人员 001	56	list-created	list=2',X'4a0094b7e10f941ff9729bc813c53bdab4a07cede89dc0c5e4b4fd55bf4d22b6');
INSERT INTO audit VALUES(177,1796038067962,7,56,'list-edited','minsheng-audit-1	1796038067962	7	演示工作人员 001	56	list-edited	list=2',X'46f5aa0b34d9573b572ac54364e564ae30199a486a1133e61eec748e67738347');
INSERT INTO audit VALUES(178,1796038067963,7,56,'list-moved','minsheng-audit-1	1796038067963	7	演示工作人员 001	56	list-moved	list=2 act=review',X'c9b4a85095643ad2689b144614bcc7fb5481b900d592df3daffcc4adaadda1b4');
INSERT INTO audit VALUES(179,1796038067963,7,56,'list-moved','minsheng-audit-1	1796038067963	7	演示工作人员 001	56	list-moved	list=2 act=fix',X'19d576de4e0820a444411c83eef2bccc687ba7c2d71276fb883ddba7765b865c');
INSERT INTO audit VALUES(180,1796038067964,7,56,'poll-edited','minsheng-audit-1	1796038067964	7	演示工作人员 001	56	poll-edited	poll=2',X'de3bc8bb8584cf7bc6ae7178707438d863c0b4803ea8a47efb1df2c023f74e4d');
INSERT INTO audit VALUES(181,1796038067965,7,56,'sitting','minsheng-audit-1	1796038067965	7	演示工作人员 001	56	sitting	sitting=2 act=open-roll due=49 present=0',X'69fb3a6cc2f2e857a57689c6dff394b0212fe9d3f90d459981b901132ce1f517');
INSERT INTO audit VALUES(182,1796038067967,7,56,'roll-kept','minsheng-audit-1	1796038067967	7	演示工作人员 001	56	roll-kept	sitting=2 lines=49',X'3e2ff64832be1107b71c5bcb3469cb481021666b5cd058c678ab871e65c7d67e');
INSERT INTO audit VALUES(183,1796038067970,7,56,'sitting','minsheng-audit-1	1796038067970	7	演示工作人员 001	56	sitting	sitting=2 act=declare-quorum due=49 present=33',X'b8862b935bcf3c5931df2fb62fd3fdc0615951d022a78e0cd193bfaa8b657cd2');
INSERT INTO audit VALUES(184,1796038067971,7,56,'officers-adopted','minsheng-audit-1	1796038067971	7	演示工作人员 001	56	officers-adopted	sitting=2 officers=2',X'3ab27b42f52674a173e95ed33bcfc6ff3b51a7e2b4dfaf57540b5220327d9f6e');
INSERT INTO audit VALUES(185,1796038067972,7,56,'rules-adopted','minsheng-audit-1	1796038067972	7	演示工作人员 001	56	rules-adopted	poll=2',X'a4976af97e1659808cdcf9bbe9bc4134c33456867e984443283bdfe682b0667e');
INSERT INTO audit VALUES(186,1796038067972,7,56,'act-asked','minsheng-audit-1	1796038067972	7	演示工作人员 001	56	act-asked	round=2 act=freeze',X'56215c00e54dbc654eaf5696b77cd0ec6c54bace49f25f2fc7d78b540c50e8d1');
INSERT INTO audit VALUES(187,1796038067975,8,56,'list-fixed','minsheng-audit-1	1796038067975	8	演示总监票人 001	56	list-fixed	list=2 version=1 hash=2b92b078bdbcea9d6d4822a07fecaf80fb9339df2bed4f3136befec824c65099',X'f81cb68aaa030f10082ed6877fff56691775e6e68a7c40599f7873731179df3a');
INSERT INTO audit VALUES(188,1796038067975,8,56,'round','minsheng-audit-1	1796038067975	8	演示总监票人 001	56	round	round=2 act=freeze first=account/7 second=account/8 rules=6b109e73973aec63eb0d391546431634fd4d7a3c4624d97a377f48befc1b4daf slate=d6a3ae6b52b7190e21e992dea8560b99140b9a41e9cf4d423b73f2d64afd5a84',X'ab677ee5f87dd544f95611afcbb1ace738cb5a8c41ccb878dfe34fbb82773df8');
INSERT INTO audit VALUES(189,1796038067978,1,NULL,'signed-in','minsheng-audit-1	1796038067978	1	演示工作人员 001		signed-in	account=1',X'a9fa0476ffdbeff832150e9ca70b5b8a2cbff5b3a046dfcaa05e39caa88e41e4');
INSERT INTO audit VALUES(190,1796038067996,1,6,'accounts-invited','minsheng-audit-1	1796038067996	1	演示工作人员 001	6	accounts-invited	congress=6 accounts=15',X'46efc474302cf4864b976a2ef9cab423e052323979cb046597fe55f62a927eb6');
INSERT INTO audit VALUES(191,1796038068000,1,6,'unit-kept','minsheng-audit-1	1796038068000	1	演示工作人员 001	6	unit-kept	unit=1',X'a4201bc86caef501c4d5a5dbde0a56e2f345fd5e30334655a418753179a12d40');
INSERT INTO audit VALUES(192,1796038068000,1,6,'accounts-invited','minsheng-audit-1	1796038068000	1	演示工作人员 001	6	accounts-invited	congress=6 accounts=1',X'10ca6c63821007790a08e216d89585e0980628c12ed5d28578ae3b11f818dbf9');
INSERT INTO audit VALUES(193,1796038068001,1,6,'accounts-invited','minsheng-audit-1	1796038068001	1	演示工作人员 001	6	accounts-invited	congress=6 accounts=1',X'c9a9ee6d54451acf5ed7ff0c821db2d530bb48f7cc42160834c4c33b1041118e');
INSERT INTO audit VALUES(194,1796038068016,15,NULL,'invitation-used','minsheng-audit-1	1796038068016	15	代表 001		invitation-used	account=15',X'6e59049e439656117477c47c6975919dea32a8173ef0d7e812bacd75443fe19c');
INSERT INTO audit VALUES(195,1796038068017,15,NULL,'signed-in','minsheng-audit-1	1796038068017	15	代表 001		signed-in	account=15',X'a8e6dc2cf303cac55e017a8ee1d005a74695b281c6c056ab61e2e31e95831d33');
INSERT INTO audit VALUES(196,1796038068047,30,NULL,'invitation-used','minsheng-audit-1	1796038068047	30	演示责任单位人员 001		invitation-used	account=30',X'286144dca86244203c83bbd436dc9c2636ccec0fb375362a717dcbf439e15476');
INSERT INTO audit VALUES(197,1796038068048,30,NULL,'signed-in','minsheng-audit-1	1796038068048	30	演示责任单位人员 001		signed-in	account=30',X'b820526c953c70b8c3a177da212b113fc8ea241873eae5783aab99c206957273');
INSERT INTO audit VALUES(198,1796038068079,31,NULL,'invitation-used','minsheng-audit-1	1796038068079	31	演示责任单位负责人 001		invitation-used	account=31',X'b1dc13e3c465924e8d23b44946d512db37fb4d557998fcb3243b4b14feb787c3');
INSERT INTO audit VALUES(199,1796038068080,31,NULL,'signed-in','minsheng-audit-1	1796038068080	31	演示责任单位负责人 001		signed-in	account=31',X'ef44a806245ac08f56654c80640fc757285d29acbcf08c151035d8bd17fea54c');
INSERT INTO audit VALUES(200,1796038068098,NULL,6,'reminders-written','minsheng-audit-1	1796038068098		console	6	reminders-written	congress=6 reminders=2',X'b8ed122c858865894e4b9c985eef1d7d8cc83cd6db0fe6f44dc9931cf3ec82c3');
INSERT INTO audit VALUES(201,1796038068098,NULL,56,'reminders-written','minsheng-audit-1	1796038068098		console	56	reminders-written	congress=56 reminders=1',X'f55665a16707a68845770c4828bac8d3e0ff201359063641c73a2a81a8cc63bf');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','lead_words','lead_words',0,'CREATE VIRTUAL TABLE lead_words using fts5
    (words, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii'')');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','project_words','project_words',0,'CREATE VIRTUAL TABLE project_words using fts5
    (words, content = '''', contentless_delete = 1, detail = none, tokenize = ''ascii'')');
CREATE INDEX audit_of_congress on audit (congress, id);
CREATE INDEX project_list on project (congress, year, code, stage, category, lead_unit);
CREATE INDEX project_merged_into on project (merged_into);
CREATE INDEX change_of_project on project_change (project, version);
CREATE INDEX opinion_of_project on opinion (project, kind);
CREATE INDEX opinion_of_unit on opinion (unit, answered_on);
CREATE INDEX appraisal_of_project on appraisal (project);
CREATE INDEX line_of_project on candidate_line (project);
CREATE INDEX session_of_congress on session (congress, year);
CREATE INDEX poll_of_session on poll (session);
CREATE INDEX act_done_on on act_done (subject, subject_id);
CREATE INDEX round_of_sitting on round (sitting, poll, number);
CREATE INDEX call_of_congress on call (congress, year);
CREATE INDEX lead_list on lead (congress, year, id, stage, origin, kind, region, call, has_picture);
CREATE INDEX lead_of_stage on lead (congress, year, stage, id, origin, kind, region, call, has_picture);
CREATE INDEX lead_of_origin on lead (congress, year, origin, id, stage, kind, region, call, has_picture);
CREATE INDEX lead_of_kind on lead (congress, year, kind, id, stage, origin, region, call, has_picture);
CREATE INDEX lead_of_region on lead (congress, year, region, id, stage, origin, kind, call, has_picture);
CREATE INDEX lead_of_call on lead (call) where call is not null;
CREATE INDEX lead_merged_into on lead (merged_into) where merged_into is not null;
CREATE INDEX lead_part on lead (split_from) where split_from is not null;
CREATE INDEX lead_of_project on project_lead (project);
CREATE INDEX picture_of_owner on picture (owner_kind, owner, part);
CREATE INDEX plan_of_unit on plan (unit);
CREATE INDEX report_numbers on report (project, month, version, done, paid, checked_on);
CREATE INDEX finding_of_project on finding (project);
CREATE INDEX grade_of_project on grade_result (project);
CREATE INDEX finding_open on finding (congress, stage, due);
CREATE INDEX plan_change_of_project on plan_change (project);
CREATE INDEX entry_of_congress on entry (congress, happens_on);
CREATE INDEX question_of_entry on question (entry);
CREATE INDEX run_of_congress on reminder_run (congress, ran_on);
CREATE INDEX reminder_of_run on reminder (run);
CREATE INDEX inbox_of_account on inbox (account, read_at);
CREATE INDEX delivery_waiting on delivery (channel, next_at) where stage = 'waiting';
CREATE INDEX review_of_congress on review (congress, year, happens_on);
CREATE INDEX review_question_of_review on review_question (review);
CREATE INDEX review_poll_of_review on review_poll (review);
CREATE TRIGGER project_change_is_final before update on project_change
begin select raise(abort, 'the history of a project is never changed'); end;
CREATE TRIGGER project_change_stays before delete on project_change
begin select raise(abort, 'the history of a project is never shortened'); end;
CREATE TRIGGER list_version_is_final before update on list_version
begin select raise(abort, 'a frozen list is never changed'); end;
CREATE TRIGGER list_version_stays before delete on list_version
begin select raise(abort, 'a frozen list is never removed'); end;
CREATE TRIGGER statement_is_final before update on statement
begin select raise(abort, 'a certified statement is never changed'); end;
CREATE TRIGGER statement_stays before delete on statement
begin select raise(abort, 'a certified statement is never removed'); end;
CREATE TRIGGER review_poll_is_of_a_congress before insert on review_poll
when (select congress from review where id = new.review) is null
begin select raise(abort, 'the work committee never votes'); end;
CREATE TRIGGER advisory_opinion_is_of_no_congress before insert on advisory_opinion
when (select congress from review where id = new.review) is not null
begin select raise(abort, 'a congress votes by a poll'); end;
CREATE TRIGGER audit_is_final before update on audit
begin select raise(abort, 'the audit log is never changed'); end;
CREATE TRIGGER audit_stays before delete on audit
begin select raise(abort, 'the audit log is never shortened'); end;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1836279911;
PRAGMA user_version=1;
