"use strict";

/*
 * Shows the state that the server sends in events. Text that masters publish never becomes HTML: it is only ever assigned
 * to textContent.
 */

const RETRY_DELAY = 2000;

const SILENCE = 30000; // Three heartbeats.

const CONNECTION = {
	CONNECTING: { tone: "waiting", text: "Connecting", note: "Nothing has been read yet." },
	CONNECTED: { tone: "good", text: "Connected", note: "" },
	RECONNECTING: { tone: "warning", text: "Connection lost", note: "The masters are shown as last read." },
	DISCONNECTED: { tone: "bad", text: "Disconnected", note: "ZooKeeper has not responded for the session timeout." },
	FIXED: { tone: "good", text: "Not used", note: "The master is configured." },
	CLOSED: { tone: "bad", text: "Closed", note: "The application no longer follows the masters." }
};

const FRAMEWORK = {
	STOPPED: { tone: "waiting", text: "Stopped" },
	WAITING: { tone: "bad", text: "Waiting for a leader" },
	SUBSCRIBING: { tone: "waiting", text: "Subscribing" },
	SUBSCRIBED: { tone: "good", text: "Subscribed" },
	BACKING_OFF: { tone: "warning", text: "Not subscribed" }
};

const CHANGES = {
	LEADS: (name) => `${name} leads`,
	LEADS_NO_LONGER: (name) => `${name} no longer leads, and there is no new leader`,
	LEADER_UNKNOWN: (name) => `Unknown whether ${name} still leads`,
	JOINED: (names) => `${names} joined`,
	LEFT: (names) => `${names} left`,
	CONNECTION: (state) => `ZooKeeper: ${CONNECTION[state].text.toLowerCase()}`
};

let lastEventAt = Date.now();

let lastConnectAt = lastEventAt;

let live = false;

let leaderTitle = "";

let since = {};

let source;

function element(id) {
	return document.getElementById(id);
}

// What has not changed stays: a screen reader would say it again.
function write(id, text) {
	if (element(id).textContent !== text) {
		element(id).textContent = text;
	}
}

// Without an address it is plain text.
function link(anchor, uri) {
	uri ? anchor.href = uri : anchor.removeAttribute("href");
}

function copyOf(template, fields) {
	const copy = element(template).content.firstElementChild.cloneNode(true);
	for (const [name, text] of Object.entries(fields)) {
		copy.querySelector(`[data-field="${name}"]`).textContent = text;
	}
	return copy;
}

function clock(time) {
	return new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

function duration(time) {
	const seconds = Math.max(0, Math.floor(((live ? Date.now() : lastEventAt) - new Date(time)) / 1000));
	const [days, hours, minutes] = [seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60].map(Math.floor);
	const parts = [[days, "d"], [hours, "h"], [minutes, "min"], [seconds % 60, "s"]];
	const first = parts.findIndex(([count]) => count > 0);
	return parts.slice(first, first < 0 ? undefined : first + 2).map((part) => part.join(" ")).join(" ");
}

function mark(id, time) {
	since[id] = time;
	element(`${id}-time`).dateTime = time;
	write(`${id}-time`, clock(time));
}

function showLeader({ leader, leaderKnown, leaderSince, electionSeen, problem, connection }) {
	const name = leader ? leader.name : leaderKnown ? "No leader" : "Leader unknown";
	element("leader").dataset.tone = leader ? CONNECTION[connection.state].tone
			: connection.state === "CONNECTING" ? "waiting" : "bad";
	write("leader-name", name);
	link(element("leader-name"), leader?.uri);
	write("leader-note", leader ? "" : problem || "Nothing has been read yet.");
	element("leader-facts").hidden = !leader;
	element("leader-since").hidden = !leader || connection.state === "FIXED";
	leaderTitle = name;
	if (leader) {
		mark("leader", leaderSince);
		write("leader-least", electionSeen ? "" : "at least ");
		write("leader-before", electionSeen ? "" : "before ");
		write("leader-version", leader.version || "not published");
		write("leader-znode", leader.znode);
		write("leader-epoch", leader.epoch);
	}
}

function showConnection({ state, ensemble, path, since }) {
	const { tone, text, note } = CONNECTION[state];
	element("connection").dataset.tone = tone;
	write("connection-state", text);
	write("connection-note", note);
	write("connection-code", state);
	write("connection-ensemble", ensemble || "none");
	write("connection-path", path || "none");
	mark("connection", since);
}

function showFramework(framework) {
	element("framework").hidden = !framework;
	if (framework) {
		const { tone, text } = FRAMEWORK[framework.state];
		element("framework").dataset.tone = tone;
		write("framework-state", text);
		write("framework-note", framework.error || "");
		write("framework-master", framework.master || "none");
		write("framework-id", framework.frameworkId || "none");
		write("framework-subscriptions", String(framework.subscriptions));
		write("framework-heartbeats", String(framework.heartbeats));
		write("framework-offers", String(framework.offers));
		mark("framework", framework.since);
	}
}

function showMasters({ leader, masters, others }) {
	element("masters-none").hidden = masters.length > 0;
	element("masters-others").hidden = others === 0;
	write("masters-others", `and ${others} more`);
	element("masters").replaceChildren(...masters.map((master, index) => {
		const [role, tone] = master.error ? ["cannot be read", "bad"]
				: leader && index === 0 ? ["leads", "good"]
				: leader && index === 1 ? ["next in line", "waiting"] : ["", ""];
		const item = copyOf("master", { name: master.name, role, error: master.error || "",
			version: master.version || "not published", znode: master.znode, epoch: master.epoch });
		link(item.querySelector("a"), master.uri);
		item.dataset.tone = tone;
		return item;
	}));
}

function showChanges(changes) {
	element("changes").replaceChildren(...changes.map(({ at, kind, subject }) => {
		const item = copyOf("change", { at: clock(at), what: CHANGES[kind](subject) });
		item.querySelector("time").dateTime = at;
		item.dataset.tone = kind === "LEADS" ? "good" : kind.startsWith("LEAD") ? "bad"
				: kind === "CONNECTION" ? CONNECTION[subject].tone : "";
		return item;
	}));
}

function show(state) {
	showLeader(state);
	showConnection(state.connection);
	showMasters(state);
	showFramework(state.framework);
	showChanges(state.changes);
	element("content").hidden = false;
	setLive(true);
}

function tick() {
	for (const [id, time] of Object.entries(since)) {
		write(`${id}-for`, duration(time));
	}
}

// An offline page must not look as if its leader still leads: its tab says so, and its durations stop.
function setLive(isLive) {
	live = isLive;
	element("live").dataset.tone = live ? "good" : "bad";
	write("live", live ? "Live" : "Offline");
	document.title = `${live ? leaderTitle : "Offline"} · Mesos masters`;
	const icon = live ? "icon.svg" : "offline.svg";
	if (element("icon").getAttribute("href") !== icon) {
		element("icon").href = icon;
	}
	document.body.classList.toggle("stale", !live);
	if (!live) {
		write("lost", `This page has lost its connection to the application. It shows the state at ${clock(lastEventAt)} and reconnects automatically.`);
	}
	element("lost").hidden = live;
	tick();
}

function showHeartbeat() {
	lastEventAt = Date.now();
	setLive(true);
}

function connect() {
	lastConnectAt = Date.now();
	source = new EventSource("events");
	source.addEventListener("state", (event) => {
		lastEventAt = Date.now();
		show(JSON.parse(event.data));
	});
	source.addEventListener("heartbeat", showHeartbeat);
	source.addEventListener("end", () => {
		source.close();
		connect();
	});
	source.onerror = () => reconnect(RETRY_DELAY);
}

// A browser reconnects automatically only after some errors.
function reconnect(delay) {
	source.close();
	setLive(false);
	setTimeout(connect, delay);
}

// A connection can also fall silent without an error, for example while the machine sleeps.
function watch() {
	tick();
	if (source.readyState !== EventSource.CLOSED && Date.now() - Math.max(lastEventAt, lastConnectAt) > SILENCE) {
		reconnect(0);
	}
}

connect();
setInterval(watch, 1000);
