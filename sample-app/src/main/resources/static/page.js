"use strict";

/*
 * Shows what the server tells in events. What masters have published is never taken for HTML: all of it goes through
 * textContent.
 */

const RETRY = 2000;

const PATIENCE = 30000; // Three heartbeats.

const CONNECTION = {
	CONNECTING: { tone: "waiting", text: "Connecting", note: "Nothing has been read yet." },
	CONNECTED: { tone: "good", text: "Connected", note: "" },
	RECONNECTING: { tone: "warning", text: "Connection lost", note: "The masters are shown as they were last read." },
	DISCONNECTED: { tone: "bad", text: "Away", note: "ZooKeeper has not been heard from for its session timeout: who leads is not known." },
	FIXED: { tone: "good", text: "Not asked", note: "The master was configured, not found." },
	CLOSED: { tone: "bad", text: "Closed", note: "The application has stopped looking for masters." }
};

const CHANGES = {
	LEADS: (name) => `${name} leads`,
	LEADS_NO_LONGER: (name) => `${name} leads no longer, and nobody else does`,
	JOINED: (names) => `${names} joined`,
	LEFT: (names) => `${names} left`,
	CONNECTION: (state) => `ZooKeeper: ${CONNECTION[state].text.toLowerCase()}`
};

let heardAt = Date.now();

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
	const seconds = Math.max(0, Math.floor((Date.now() - new Date(time)) / 1000));
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

function showLeader({ leader, leaderSince, problem, connection }) {
	element("leader").dataset.tone = leader ? CONNECTION[connection.state].tone
			: connection.state === "CONNECTING" ? "waiting" : "bad";
	write("leader-name", leader ? leader.name : "No leader");
	write("leader-note", leader ? "" : problem || "Nothing is known yet.");
	element("leader-since").hidden = element("leader-facts").hidden = !leader;
	document.title = `${leader ? leader.name : "No leader"} · Mesos masters`;
	if (leader) {
		mark("leader", leaderSince);
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
		item.dataset.tone = tone;
		return item;
	}));
}

function showChanges(changes) {
	element("changes").replaceChildren(...changes.map(({ at, kind, subject }) => {
		const item = copyOf("change", { at: clock(at), what: CHANGES[kind](subject) });
		item.querySelector("time").dateTime = at;
		item.dataset.tone = kind === "LEADS" ? "good" : kind === "LEADS_NO_LONGER" ? "bad"
				: kind === "CONNECTION" ? CONNECTION[subject].tone : "";
		return item;
	}));
}

function show(state) {
	showLeader(state);
	showConnection(state.connection);
	showMasters(state);
	showChanges(state.changes);
	tick();
	element("content").hidden = false;
}

function tick() {
	for (const [id, time] of Object.entries(since)) {
		write(`${id}-for`, duration(time));
	}
}

function setLive(live) {
	element("live").dataset.tone = live ? "good" : "bad";
	write("live", live ? "Live" : "Offline");
	document.body.classList.toggle("stale", !live);
	if (!live) {
		write("lost", `This page has lost its server. What it shows is as of ${clock(heardAt)}. It tries again by itself.`);
	}
	element("lost").hidden = live;
}

function heard() {
	heardAt = Date.now();
	setLive(true);
}

function connect() {
	source = new EventSource("events");
	source.addEventListener("state", (event) => {
		heard();
		show(JSON.parse(event.data));
	});
	source.addEventListener("heartbeat", heard);
	source.onerror = () => reconnect(RETRY);
}

// A browser tries again by itself after some errors only.
function reconnect(delay) {
	source.close();
	setLive(false);
	setTimeout(connect, delay);
}

// A connection can also fall silent without an error, as after a sleep.
function watch() {
	tick();
	if (source.readyState === EventSource.OPEN && Date.now() - heardAt > PATIENCE) {
		reconnect(0);
	}
}

connect();
setInterval(watch, 1000);
