package io.github.mesosdiscovery.history.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Does the transactions of one era again, to see what became of the path. On purpose it
 * shares no code with the library.
 */
final class Replay {

	private static final Pattern REGISTRATION = Pattern.compile("(?:.*_)?(-?\\d{10})");

	private final int era;

	private final String path;

	private final Function<byte[], @Nullable String> payloads;

	private final Map<String, Znode> children = new TreeMap<>();

	private final Map<String, Long> owners = new TreeMap<>();

	private final List<View> views = new ArrayList<>();

	private long czxid;

	private long pzxid;

	private Replay(int era, String path, Function<byte[], @Nullable String> payloads) {
		this.era = era;
		this.path = path;
		this.payloads = payloads;
		this.views.add(new View(era, 0, 0, 0, 0, List.of()));
	}

	static List<View> of(int era, String path, List<LoggedTransaction> transactions,
			Function<byte[], @Nullable String> payloads) {
		Replay replay = new Replay(era, path, payloads);
		for (LoggedTransaction transaction : transactions) {
			boolean changed = false;
			for (Operation operation : transaction.operations()) {
				changed |= replay.apply(transaction, operation);
			}
			if (changed) {
				replay.views.add(replay.view(transaction.zxid(), transaction.millis()));
			}
		}
		return List.copyOf(replay.views);
	}

	private boolean apply(LoggedTransaction transaction, Operation operation) {
		long zxid = transaction.zxid();
		if (operation instanceof Operation.Create create) {
			return create(create, zxid);
		}
		if (operation instanceof Operation.Delete delete) {
			return delete(delete.path(), zxid);
		}
		if (operation instanceof Operation.CloseSession close) {
			boolean changed = false;
			for (String ended : (close.deleted() != null) ? close.deleted() : ownedBy(transaction.session())) {
				changed |= delete(ended, zxid);
			}
			return changed;
		}
		return operation instanceof Operation.SetData set && setData(set, zxid);
	}

	private boolean create(Operation.Create create, long zxid) {
		if (create.path().equals(this.path)) {
			this.czxid = zxid;
			this.pzxid = zxid;
			this.children.clear();
			return true;
		}
		String name = child(create.path());
		if (name == null) {
			return false;
		}
		this.pzxid = zxid;
		this.children.put(name, new Znode(name, 0, zxid, zxid, this.payloads.apply(create.data())));
		if (create.owner() != 0) {
			this.owners.put(create.path(), create.owner());
		}
		return true;
	}

	private boolean delete(String deleted, long zxid) {
		this.owners.remove(deleted);
		if (deleted.equals(this.path)) {
			this.czxid = 0;
			this.pzxid = 0;
			this.children.clear();
			return true;
		}
		String name = child(deleted);
		if (name == null || this.children.remove(name) == null) {
			return false;
		}
		this.pzxid = zxid;
		return true;
	}

	private boolean setData(Operation.SetData set, long zxid) {
		String name = child(set.path());
		Znode znode = (name != null) ? this.children.get(name) : null;
		if (znode == null) {
			return false;
		}
		this.children.put(znode.name(),
				new Znode(znode.name(), 0, znode.czxid(), zxid, this.payloads.apply(set.data())));
		return true;
	}

	private List<String> ownedBy(long session) {
		return this.owners.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == session)
			.map(Map.Entry::getKey)
			.toList();
	}

	private @Nullable String child(String znode) {
		return (znode.startsWith(this.path + "/") && znode.indexOf('/', this.path.length() + 1) < 0)
				? znode.substring(this.path.length() + 1) : null;
	}

	private View view(long zxid, long millis) {
		return new View(this.era, zxid, millis, this.czxid, this.pzxid,
				this.children.values()
					.stream()
					.map(Replay::numbered)
					.filter(Objects::nonNull)
					.map(Znode.class::cast)
					.sorted(Comparator.comparingInt(Znode::sequence).thenComparing(Znode::name))
					.toList());
	}

	private static @Nullable Znode numbered(Znode znode) {
		Matcher matcher = REGISTRATION.matcher(znode.name());
		return matcher.matches() ? new Znode(znode.name(), Integer.parseInt(matcher.group(1)), znode.czxid(),
				znode.mzxid(), znode.payload()) : null;
	}

}
