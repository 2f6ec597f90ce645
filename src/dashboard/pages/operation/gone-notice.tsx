/** Above an operation that is there no more. */
export function GoneNotice() {
  return (
    <div class="message message-warning" role="alert">
      <div>
        <strong>This operation is there no more.</strong> It was deleted: by a person, or because its time to be kept was over; a
        server that keeps its operations in memory forgets them when it stops. What you see is what was known last, and goes when
        you leave the page. <a href="/operations">Go to the operations</a>
      </div>
    </div>
  )
}
