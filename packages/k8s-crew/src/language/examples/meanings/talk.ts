import type { Meaning } from "../types.ts";

/** A polite word, and what the assistant is asked about itself. */
export const talkMeanings: readonly Meaning[] = [
  {
    id: "thanks",
    means: { zh: "谢谢", en: "thanks" },
    zh: [
      "谢谢大佬; 你是我的神; 你救了我; 真有你的; 好家伙真快; 多谢大佬; 谢谢老铁; 老铁给力; 可以可以; 牛; 牛啊; 牛逼; 太牛了; 厉害了; 你真棒; 爱了爱了; 完美; 搞定了谢谢; 救大命了; 帮了大忙; 感恩; 感激不尽; 太感谢了; 好的谢谢啦; 好嘞谢了哈; 3q; 蟹蟹; 谢谢哈; 谢谢您嘞; 可以了谢谢; 行谢了; 辛苦辛苦; 好使; 给你点赞; 解决了; 好了没事了; 不错不错; 靠谱; 你最棒了; 真行; 就是这个; 赞; 搞定",
    ],
    en: [
      "you're a lifesaver; you're a hero; my hero; you're a gem; you're a champ; you're a genius; lifesaver; you saved my bacon; you saved my night; cheers you saved me; cheers mate; you are awesome; awesome thanks; awesome; brilliant; perfect; perfect thanks; sweet; sweet thanks; nice one; nice; cool; cool thanks; cool beans; thanks mate; thanks buddy; thanks a bunch; thanks a ton; thanks a million; ta; ta very much; tysm; thanks pal; you're the best; you're a star; love you; love it; legend; you legend; great job; great; lovely; that did it; that did the trick; that's what i needed; exactly what i needed; bless you; kudos; props; much obliged; i owe you one; sorted; sorted thanks; all sorted now; no further questions; that solved it; fantastic; good bot; that'll do; works now thanks",
    ],
  },
  {
    id: "help",
    means: { zh: "你能做什么", en: "what can you do" },
    zh: [
      "你都会啥; 你有啥本事; 你能整点啥; 你会干嘛; 你有什么能耐; 你都能查什么; 我该怎么问你; 我能跟你说啥; 怎么使唤你; 有啥用法; 给点提示; 不知道问啥; 不会用; 我该问什么; 这玩意怎么玩; 这咋用啊; 新手怎么上手; 你能帮上什么忙; 你擅长啥; 你有啥看家本领; 你都会哪些绝活; 你有哪些招; 都支持啥; 教我用用; 给个例子; 举个例子我该说啥; 有没有说明; 我懵了; 我不知道从哪开始; 从哪下手; 你能干点啥; 你都有什么功能呀; 菜单; 能问你啥",
    ],
    en: [
      "what are you good for; what are you good at; what are you capable of; what do you know; what sort of things can you do; what do you actually do all day; what do you know how to do; what tricks do you know; what's in your bag of tricks; how do i talk to you; how do i use you; how am i supposed to use this; what should i ask; what should i type; what do i type; what am i supposed to say; i don't know what to ask; i'm lost; i am lost; no idea what to do; i'm new here; i'm new to this where do i start; where do i start; show me around; give me some examples; give me an example; some examples please; any hints; what are my options; what's possible here; got a manual; is there a manual; menu; show me the ropes; what else can you do; what kind of things can i ask; how does this thing work; what's your job; how can you help; can you help me out; what's this thing for",
    ],
  },
];

/** What nothing in a cluster is asked with: talk, insults, jokes, other topics. */
export const otherMeanings: readonly Meaning[] = [
  {
    id: "chat",
    zh: [
      "今天好累; 好困; 我想睡觉; 我好烦; 心情不好; 饿了; 中午吃什么; 晚饭吃啥; 周末去哪玩; 下班去喝一杯; 我老板是个傻逼; 我不想上班; 什么时候放假; 你吃了吗; 你多大了; 你喜欢我吗; 你结婚了吗; 陪我聊聊; 好无聊啊; 哈哈哈; 呵呵; 嗯嗯; 哦; 呃; 额; 啊这; 我去; 卧槽; 天哪; 真的假的; 是吗; 不会吧; 随便; 都行; 你猜; 开玩笑的; 逗你玩; 当我没说; 算我没问; 没什么; 我想静静; 你睡了吗; 你开心吗; 你会累吗; 你在想什么",
      "同事在叫唤啥; 隔壁在吵什么; 老板又在抱怨什么; 我老婆在唠叨啥; 楼下在嚷嚷啥; 我家猫又闹脾气了; 我的车抽风了; 电脑卡成狗; 我头疼; 肚子不舒服; 我女朋友不理我了; 空调罢工了; 咖啡机坏了; 地铁又晚点了; 网约车跑哪去了; 我手机没电了; 工资发了没; 快递到哪了; 外卖怎么还没来; 我的键盘不听使唤; 我忘带工牌了; 会议室谁占了; 谁动了我的奶酪; 谁偷吃了我的午饭",
    ],
    en: [
      "i'm tired; i'm so tired; i'm bored; i'm hungry; i hate mondays; my boss is an idiot; my back hurts; i need coffee; i need a drink; what's for lunch; what's for dinner; lunch anyone; how was your weekend; do you like me; are you happy; do you sleep; do you ever sleep; are you married; how old are you; where do you live; what are you wearing; do you dream; lol; haha; hmm; uh; um; oh well; whatever; meh; omg; wow; really; no way; you don't say; just kidding; kidding; never mind; nevermind; forget it; nothing; i was just thinking out loud; so it goes; that's life; i give up; damn; oh boy; ugh",
      "what is my colleague moaning about; what's my wife complaining about; what's the boss yelling about; my cat is acting up; my car is acting weird; my laptop is crawling; the coffee machine is broken; the printer is on fire; the aircon is on strike; the train is late again; my phone died; where is my lunch; who ate my sandwich; who stole my mug; did the parcel arrive; when is payday; when do we get paid; who booked the meeting room; my keyboard is misbehaving; my kid is sick; the neighbours are loud; who ate all the cookies; is my boss alive; is the elevator up",
    ],
  },
  {
    id: "home",
    zh: [
      "我妈喊我吃饭; 我爸又骂我了; 孩子发烧了; 孩子不写作业; 我儿子又闯祸了; 猫把水打翻了; 狗又咬沙发了; 我家网断了; 家里停电了; 家里没米了; 洗衣机不转了; 冰箱坏了; 马桶堵了; 灯泡坏了; 暖气不热; 楼上又装修; 邻居吵架; 房东涨房租; 房贷还完没; 钱包丢了; 钥匙忘带了; 车被贴条了; 加油站在哪; 油价涨了没; 地铁几点停; 高铁票还有吗; 衣服洗了没; 菜谱有吗; 今晚喝啥; 火锅还是烧烤; 减肥失败了; 失眠了怎么办; 牙疼; 感冒了; 腰好酸; 眼睛干; 打疫苗了吗; 医院怎么挂号; 情人节送什么; 生日怎么过; 婚礼什么时候; 相亲又黄了; 双十一买啥; 股票又跌了; 基金绿了; 彩票中了没; 身上没钱了; 信用卡爆了",
    ],
    en: [
      "my mom is calling; my dog ate my homework; my dog won't behave; the baby is crying; my son broke the window; the kids are loud; my wife is angry; my husband is moaning again; my girlfriend left me; the cat is on the keyboard; the fridge is empty; the fridge is broken; the toilet is clogged; the heating is off; the wifi at home is slow; my router is dead; the power went out at home; the landlord raised the rent; i lost my keys; i lost my wallet; my car won't start; where's the next gas station; traffic is terrible; is the subway running; the bus never came; i have a headache; i have a cold; my tooth hurts; i can't sleep; i feel sick; i'm on a diet; i burned the toast; what's in the fridge; how do i cook pasta; how long do i boil an egg; what wine goes with fish; what should i cook; where do we eat; let's grab a beer; happy birthday; merry christmas; happy new year; see you on monday; it's friday; is it friday yet; i'm on holiday; my flight is late; my credit card is maxed out; i'm broke; did i win the lottery",
    ],
  },
  {
    id: "work",
    zh: [
      "会议室在哪; 会几点开; 老板在吗; 老板来了没; 谁请假了; 我要请假; 我想辞职; 我要涨工资; 年终奖多少; 绩效出了吗; 周报交了没; 领导又改需求; 产品经理又来了; 甲方真难伺候; 客户骂我; 谁值班; 今天谁 oncall; 排班表发我; 把会议纪要发我; 帮我写总结; 帮我做个 ppt; 帮我算下报销; 打印机在哪; 工位搬哪去了; 门禁卡坏了; 公司食堂吃啥; 团建去哪; 面试几点; 招聘还招人吗; 代码评审谁看; 这个 bug 谁修; 需求评审几点; 加班到几点; 今天能早走吗; 我的电脑蓝屏了; 显示器不亮; 鼠标没电了; vpn 密码多少; 邮箱登不上了; 钉钉打不开; 微信群叫啥; 文档在哪; 合同签了吗; 发票开了没",
    ],
    en: [
      "where is the meeting room; when is the standup; is the boss in; who's on vacation; who is on call today; i want to quit; i want a raise; how much is the bonus; my boss wants a report; the client is angry; the customer hates us; write my status report; make me a slide deck; summarize the meeting; translate this email; where's the printer; the printer jammed; my badge doesn't work; the office is cold; my laptop blue screened; my monitor is dead; my mouse is out of battery; i forgot my email password; outlook won't open; my vpn is slow; who reviews my pr; who fixes this bug; is the sprint over; when's the deadline; can i leave early; who took my chair; who has the projector; book the train to berlin; expense my lunch; hire someone; fire bob; where is bob; did bob call; is alice in today; who wrote this code; explain recursion; what is a monad; how do i exit vim; tabs or spaces; which programming language is best; fix my css; my unit test fails; my code doesn't compile",
    ],
  },
  {
    id: "insult",
    zh: [
      "你是猪吗; 你脑子进水了; 你有病吧; 滚; 滚蛋; 闭嘴; 去死; 你个废物; 废物; 垃圾; 智障; 人工智障; 你傻吗; 你真笨; 你真蠢; 烂透了; 什么鬼; 什么鬼东西; 没用的东西; 要你何用; 要你有什么用; 你行不行啊; 你到底行不行; 你听不懂人话吗; 说人话; 气死我了; 我服了; 无语; 真无语; 你在逗我; 你逗我呢; 就这; 就这水平; 一点用都没有; 你能不能靠谱点; 答非所问; 你瞎吗; 胡说八道; 你骗人; 什么乱七八糟的",
    ],
    en: [
      "you're an idiot; you idiot; you moron; shut up; go away; get lost; fuck you; fuck off; fuck; wtf; what the hell; what the fuck; bullshit; this is bullshit; you're dumb; you are stupid; you're wrong; you suck big time; worthless; garbage; trash; what a joke; is that all; is that all you can do; are you kidding me; are you serious; seriously; are you deaf; can you read; you don't understand anything; you never understand; that makes no sense; nonsense; screw you; stupid; dumbass; you're drunk; are you drunk; are you broken; lame; pathetic; i want a human",
    ],
  },
  {
    id: "other-topic",
    zh: [
      "明天下雨吗; 外面冷不冷; 上海几度; 帮我订机票; 帮我叫个车; 今晚有什么球赛; 谁赢了昨晚的比赛; 黄金多少钱一克; 茅台涨了吗; 推荐部电影; 推荐个餐馆; 怎么做红烧肉; 世界上最高的山; 美国总统是谁; 写个 python 快排; 帮我写段 java 代码; 写个 sql 查订单; 写个周报; 帮我写封邮件; 给老板发个邮件; 帮我画张图; 帮我改简历; 讲个段子; 说个冷笑话; 给我唱首歌; 背首唐诗; 陪我下棋; 玩个游戏; 猜个谜语; 三加五得几; 一公里多少米; 把这句话翻成英文; 怎么追女孩; 怎么减肥; 头疼吃什么药; 人生的意义是什么; 今天星期几; 现在几点; 放首音乐; 定个闹钟; 提醒我开会; 帮我订个会议室; 打电话给张三; 怎么学编程; 推荐本书; 周末天气怎么样; 爬山穿什么; 买哪个手机好; docker 和虚拟机谁好; 帮我改改这段代码; 这个正则怎么写; git 怎么合并分支; 帮我提个工单; 帮我建个 jira; 给我讲讲历史",
    ],
    en: [
      "will it rain tomorrow; is it cold outside; how hot is it in paris; book me a flight; get me a taxi; call me an uber; who won the game last night; who won the match; what's the score; price of gold; is apple stock up; recommend a film; recommend a restaurant; how do i make lasagna; tallest mountain in the world; who is the king of england; write quicksort in python; write me some java; write a sql query for orders; write my weekly report; draft an email; send a mail to the team; draw me a picture; fix my resume; make me laugh; tell me something funny; sing for me; recite a sonnet; let's play chess; play a game with me; give me a riddle; what is three plus five; how many feet in a mile; say this in french; how do i get a girlfriend; how do i lose weight; what helps against headache; why are we here; what day is it; what's the date; play some music; set an alarm; remind me of the meeting; book a meeting room; call john; how do i learn to code; recommend a book; what should i wear; which phone should i buy; is docker better than vms; fix this regex; how do i merge branches in git; open a ticket; file a jira; tell me about the romans; buy me a beer; who are the beatles; how far is the moon; what does my horoscope say; read me the news; what's on tv tonight",
    ],
  },
];
