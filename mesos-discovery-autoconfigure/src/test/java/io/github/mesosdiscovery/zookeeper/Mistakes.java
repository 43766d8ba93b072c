package io.github.mesosdiscovery.zookeeper;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import net.bytebuddy.asm.Advice;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * The code of the {@link PlantedBug}s. What is in the advices is copied into the library.
 */
final class Mistakes {

	private static final Map<ZooKeeper, Boolean> watching = Collections.synchronizedMap(new WeakHashMap<>());

	private Mistakes() {
	}

	/** Return whether it was done here. */
	static boolean listWithoutWatch(@Nullable ZooKeeper client, String path, int session, long request,
			ZnodeReader reader, Consumer<Signal> signals) {
		if (client == null || watching.put(client, true) == null) {
			return false;
		}
		list(client, path, session, request, reader, signals);
		return true;
	}

	static boolean listWithPersistentWatch(@Nullable ZooKeeper client, String path, int session, long request,
			ZnodeReader reader, Watcher watcher, Consumer<Signal> signals) {
		if (client == null) {
			return false;
		}
		if (watching.put(client, true) == null) {
			client.addWatch(path, watcher, AddWatchMode.PERSISTENT, (rc, watched, ctx) -> {
			}, null);
		}
		list(client, path, session, request, reader, signals);
		return true;
	}

	private static void list(ZooKeeper client, String path, int session, long request, ZnodeReader reader,
			Consumer<Signal> signals) {
		client.getChildren(path, false, (rc, listed, ctx, children, stat) -> signals.accept(new Signal.Listed(session,
				request,
				(rc == Code.OK.intValue()) ? reader.children(children, stat) : new Signal.Failure(
						(rc == Code.NONODE.intValue()) ? Signal.Failure.Cause.MISSING : Signal.Failure.Cause.CONNECTION,
						"code " + rc))),
				null);
	}

	static boolean isTrusted(Draft draft, boolean refresh, boolean sync) {
		if (!refresh || sync || draft.path.status() != PathView.Status.PRESENT || draft.link.withdrawn()) {
			return false;
		}
		draft.link = draft.link.sync();
		return true;
	}

	static Tracking promote(Tracking tracking) {
		Slots slots = tracking.slots();
		for (RegistrationName name : slots.names()) {
			if (Objects.requireNonNull(slots.get(name)).value() instanceof UnreadableMaster) {
				slots = slots.remove(name);
			}
		}
		return new Tracking(tracking.link(), tracking.fence(), tracking.path(), slots, tracking.confirmed(),
				tracking.settled(), tracking.requests(), tracking.retryAt(), tracking.resyncInterval());
	}

	static void write(ZooKeeper client, String path) {
		client.setData(path, new byte[0], -1, (rc, written, ctx, stat) -> {
		}, null);
	}

	static final class ListWithoutWatch {

		private ListWithoutWatch() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path,
				@Advice.FieldValue("session") int session, @Advice.Argument(0) long request,
				@Advice.FieldValue("reader") ZnodeReader reader,
				@Advice.FieldValue("signals") Consumer<Signal> signals) {
			return Mistakes.listWithoutWatch(client, path, session, request, reader, signals);
		}

	}

	static final class ListWithPersistentWatch {

		private ListWithPersistentWatch() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path,
				@Advice.FieldValue("session") int session, @Advice.Argument(0) long request,
				@Advice.FieldValue("reader") ZnodeReader reader, @Advice.FieldValue("watcher") Watcher watcher,
				@Advice.FieldValue("signals") Consumer<Signal> signals) {
			return Mistakes.listWithPersistentWatch(client, path, session, request, reader, watcher, signals);
		}

	}

	static final class TrustAfterReconnect {

		private TrustAfterReconnect() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("draft") Draft draft, @Advice.Argument(0) boolean refresh,
				@Advice.Argument(1) boolean sync) {
			return Mistakes.isTrusted(draft, refresh, sync);
		}

	}

	static final class Never {

		private Never() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Return(readOnly = false) boolean result) {
			result = false;
		}

	}

	static final class Skip {

		private Skip() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter() {
			return true;
		}

	}

	static final class ContactByConnection {

		private ContactByConnection() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("draft") Draft draft) {
			draft.link = draft.link.answer(draft.now);
		}

	}

	static final class ReplacedForEver {

		private ReplacedForEver() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("draft") Draft draft) {
			return draft.link.phase() == Link.Phase.REPLACED;
		}

	}

	static final class Promote {

		private Promote() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.Argument(value = 0, readOnly = false) Tracking tracking) {
			tracking = Mistakes.promote(tracking);
		}

	}

	static final class WithdrawAtOnce {

		private WithdrawAtOnce() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("draft") Draft draft) {
			draft.link = draft.link.withdraw();
			draft.slots = Slots.NONE;
		}

	}

	static final class Write {

		private Write() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path) {
			Mistakes.write(client, path);
		}

	}

}
