package aftercare.simulator.hooks;

/** A webhook was called. */
public record HookCalled() {}
