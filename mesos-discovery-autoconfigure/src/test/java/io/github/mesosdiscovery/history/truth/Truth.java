package io.github.mesosdiscovery.history.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What happened in ZooKeeper.
 *
 * @param path the path of the masters
 * @param transactions all transactions in their order, of one era after the other
 * @param views what the path was, one view after the other
 */
public record Truth(String path, List<LoggedTransaction> transactions, List<View> views) {

	/**
	 * Find out what happened.
	 * @param path the path of the masters
	 * @param eras the transactions of each era; a new one begins with each wipe
	 * @param payloads tells what data says, or {@code null} if nobody can read it
	 * @return what happened
	 */
	public static Truth of(String path, List<List<LoggedTransaction>> eras,
			Function<byte[], @Nullable String> payloads) {
		List<View> views = new ArrayList<>();
		for (int era = 0; era < eras.size(); era++) {
			views.addAll(Replay.of(era, path, eras.get(era), payloads));
		}
		return new Truth(path, eras.stream().flatMap(List::stream).toList(), List.copyOf(views));
	}

	/**
	 * Return the view of the children that a version of the path stands for.
	 * @param czxid the transaction that made the path
	 * @param pzxid the last transaction that made or deleted a child
	 * @return the earliest such view
	 */
	public Optional<View> view(long czxid, long pzxid) {
		return this.views.stream().filter((view) -> view.czxid() == czxid && view.pzxid() == pzxid).findFirst();
	}

	/**
	 * Return whether a registration was deleted after a view that holds it, and before a
	 * moment.
	 * @param view the view
	 * @param znode the registration
	 * @param millis the moment, on the wall clock
	 * @return whether it was
	 */
	public boolean isDeletedAfter(View view, Znode znode, long millis) {
		return this.views.stream()
			.filter((later) -> later.millis() <= millis)
			.anyMatch((later) -> (later.era() > view.era() || later.era() == view.era() && later.zxid() > view.zxid())
					&& !(later.czxid() == view.czxid() && later.holds(znode.name(), znode.czxid())));
	}

	/**
	 * Return all that a registration ever was.
	 * @param name its name without the path
	 * @param czxid the transaction that made it, or 0 when it is not known
	 * @return each with other data
	 */
	public Stream<Znode> versions(String name, long czxid) {
		return this.views.stream()
			.flatMap((view) -> view.registrations().stream())
			.filter((znode) -> znode.is(name, czxid))
			.distinct();
	}

	/**
	 * Return whether the path has the same number in two eras, so that nobody can tell
	 * what a version of it stands for.
	 * @return whether it has
	 */
	public boolean isAmbiguous() {
		Map<Long, Integer> eras = new HashMap<>();
		return this.views.stream()
			.filter((view) -> !view.isMissing())
			.anyMatch((view) -> eras.merge(view.czxid(), view.era(), Math::min) != view.era());
	}

	/**
	 * Return the last view.
	 * @return the view at the end
	 */
	public View end() {
		return this.views.get(this.views.size() - 1);
	}

	/**
	 * Return whether the ACL of a znode was ever changed. A server does not tell those
	 * who may not read a znode of its end.
	 * @param znode the path of the znode
	 * @return whether it was
	 */
	public boolean isAclChanged(String znode) {
		return this.transactions.stream()
			.flatMap((transaction) -> transaction.operations().stream())
			.anyMatch((operation) -> operation instanceof Operation.SetAcl acl && acl.path().equals(znode));
	}

}
